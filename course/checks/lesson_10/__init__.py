"""Exercises of lesson 10: back through a sigmoid and a layer, parameters, the digits."""

from course.checks.lesson_10.article_parameters import article_parameters
from course.checks.lesson_10.dense_backward import back_through_layer
from course.checks.lesson_10.sigmoid_backward import back_through_sigmoid
from course.checks.lesson_10.train_digits import train_digits

LESSON = "10_a_small_network"
EXERCISES = (back_through_sigmoid, back_through_layer, article_parameters, train_digits)

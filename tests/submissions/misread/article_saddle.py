# Wrong answers that look like a mistake that they are not: each cell is named by the mistake
# that the check must not name.

# %% article_saddle.as-in-the-article
# Only one of the two is as in the article.
along_the_horse = "down"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 0

# %% article_saddle.first-weight
# It is no weight of that walk at all.
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 76
w2_on_the_ridge = 5

# %% article_saddle.not-whole
# Whole, but of another walk.
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = 70
w2_on_the_ridge = 0

# %% article_saddle.another-word
# The directions are right, the count is text.
along_the_horse = "up"
to_the_sides = "down"
steps_until_gone = "seventy-six"
w2_on_the_ridge = 0

"""The instructor's side: grade a class with nbgrader, and say what was done."""

"""One submission: from its bytes and the lesson to points and a graded notebook."""

# What the graded notebook's metadata calls what this package adds.
MARK = "grading"

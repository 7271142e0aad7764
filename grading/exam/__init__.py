"""One submission: from its bytes and the lesson to points and a graded notebook."""

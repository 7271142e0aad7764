"""What a student with a wrong answer is told, in three layers.

`diagnosis` names known mistakes, `symptoms` tells what shows in the answers, `place` finds the
line in the student's own code. Each is told only where it holds for fresh inputs (`evidence`).
"""

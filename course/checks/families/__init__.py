"""Mistakes that many exercises share, written once.

Each function returns mistakes without an exercise: whoever lists them there makes them its own.
What a family names is proven in every exercise that uses it (`tests/checks/test_submissions.py`).
"""

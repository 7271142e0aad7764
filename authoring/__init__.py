"""Lessons from text: `lessons/*.py` to executed notebooks and to what students get."""

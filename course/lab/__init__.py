"""`make lab`: a student's copy of the lessons, its start page, and JupyterLab set up for it."""

"""`make lab`: a student's own copy of the lessons, its start page, and JupyterLab set up for it."""

"""`python -m course`: open JupyterLab where the student left off."""

import sys

from course.lab.launch import main

if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit("Error: `python -m course` takes no arguments; it opens JupyterLab on the course")
    main()

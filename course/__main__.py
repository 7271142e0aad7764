"""`python -m course`: open JupyterLab where the student left off."""

from course.lab.launch import main

if __name__ == "__main__":
    main()

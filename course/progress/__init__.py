"""How far a student has come: kept in a file, shown as a map, and asked again after days.

`course.progress` in a notebook is the function, `from course import progress`. The modules of this
package are imported by their full names: `from course.progress.store import note`.
"""

"""One measure a file, each with its definition and source.

Most give a `Ratio` a question; the figure is the pooled ratio of all questions (`ratio.py`).
"""

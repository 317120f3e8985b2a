"""An answer and its sources for other programs: a page of its own, CSL-JSON and BibTeX. Pure functions."""

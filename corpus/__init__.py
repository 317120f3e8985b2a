"""The documents, and how a file becomes text. Imports nothing of ours."""

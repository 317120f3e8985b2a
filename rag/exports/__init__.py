"""The written forms of an answer: plain text, Markdown, HTML, a file that can be read back, and its sources for other programs."""

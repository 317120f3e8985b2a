"""What passes from part to part: answers and their citations, verdicts, drafts, and the text that a check sees."""

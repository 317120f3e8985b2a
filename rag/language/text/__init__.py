"""What the guards read with: words, numbers, dates, names and quotations of a text, each with its offsets."""

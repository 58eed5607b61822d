"""Labels, headings, footnote marks and the frame around the numbered body; ``corpus.outline`` builds the tree."""

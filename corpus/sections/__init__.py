"""Labels, headings and the frame around the numbered body; ``corpus.outline`` builds the tree."""

"""What a plan says: its text, sections, indicators, tasks, references and citations."""

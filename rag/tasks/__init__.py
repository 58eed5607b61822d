"""Who does a task, and when: from assignments, deadlines and headings of time."""

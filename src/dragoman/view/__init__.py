"""Events for people and for programs: the terminal table and JSON."""

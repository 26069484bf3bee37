"""One person, or some: who they are, where they were, what they took part in, how they fare."""

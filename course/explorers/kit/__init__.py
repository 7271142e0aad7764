"""What explorers share: controls, marks, panels, scenes, walks, and how they are shown."""

"""From a video file to a summary. No Qt, no threads of its own, no words for a certain program."""

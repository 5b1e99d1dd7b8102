"""The stages of a job: each is a stream of events that adds to what is known of the recording."""

"""The video beside its text: played, followed and skimmed. Qt's multimedia is loaded when used."""

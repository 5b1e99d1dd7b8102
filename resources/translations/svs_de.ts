<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>1 damaged piece of the recording was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sentence was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 written sentence was left out because the transcript does not support it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program is missing: {library}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the program that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} sentences were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already summarised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it plays in a video player; if it does not, fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it was not moved or renamed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its folder is there and that you may write to it, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection and try again, or install it from a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model with a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another language, or let it be detected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of its tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {known}; or give the folder of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs or choose a smaller model, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this program everywhere and start it again: it then begins a fresh library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect its drive again, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracting audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFmpeg metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {origin}. Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself permission to read it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it in the program, or with: svs models install {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version; the library was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecture or talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look there for the reason, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them writable, or name another folder in SVS_HOME: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech was found in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the audio track of “{name}” could be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {until} of {whole} are transcribed and summarised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its jobs page in a browser, at {}, or end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVS Desktop cannot use its own folders: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortens English text of up to 1,000 words; follows no instructions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program while working on “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells which sentences mean the same; the summary&apos;s key sentences are found with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer ran out of memory while working on “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy or download was probably cut off: fetch the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be stored in “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{name}” needs up to {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine answered something that could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine gave no sign for {minutes} minutes while working on “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped while working on “{name}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” may not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “{name}” went away while it was being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card could not be used ({reason}); the processor was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ids of {count} results begin with “{prefix}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{path}” was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not know the language “{language}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” cannot be loaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” could not be fetched: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” did not answer: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” needs {needed} of memory; {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{model}” reads {limit} tokens at a time; {tokens} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part from {start} to {end} is not in the summary: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that worked on “{name}” gave up: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording says it lasts {expected}, but it ends at {actual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{key}” cannot be “{value}”, only {expected}; “{default}” is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file “{key}” cannot be read ({value}); defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work on “{name}” could not be stored: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no result “{job_id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{key}”; it was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences, because the language model “{model}” did not write a summary: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences: no language model wrote them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribed by {speech}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, the file may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a copy without protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes better summaries in more languages; takes about three times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; makes fewer mistakes than base, takes about three times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; quick on any computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes summaries on any computer with 4 GB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the best summaries of these; takes about five times as long as the smallest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by {writer}, transcribed by {speech}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YouTube chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a library that it needs is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of folders, such as [&apos;/videos&apos;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 1024 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it crashed (arithmetic fault)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it crashed (memory fault)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of it gave up (abort)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to 256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 100 to 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program ended it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto or a code such as en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, cpu or cuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, extractive, the name of a model or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, lecture, meeting or interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast, balanced or accurate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say what model it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave no sign for minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no chat template: it was not made to follow instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stopped in the middle of its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than a week left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names and terms with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that it wrote is in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing, notify or sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short, normal or long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>svs serve works with this library, without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system or reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system, en, de or es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system, light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a model or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the package index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program that fetches it is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system stopped it, as it does when memory runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are several .gguf files in it; choose one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is neither a .gguf file nor a config.json in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this edition of the program cannot fetch models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this processor lacks an instruction that it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it sent is not the expected file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} damaged pieces of the recording were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sentences were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} written sentences were left out because the transcript does not support them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no audio track number {track}; it has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no audio track, so there is nothing to transcribe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a video or audio file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected against copying and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play only the moments that the summary rests on: {} of {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the queue and the history (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skim · {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all that failed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>From the transcript that is there: nothing is transcribed again. The summary that you have stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiChoice</name>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once the job API is switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open jobs page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts and a browser on this computer may use the queue, with a token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>The summary is ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add your videos in the window that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVS Desktop is already open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was damaged. A fresh one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Sentences that the transcript does not support are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary, as it is written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftView</name>
    <message>
        <source>Summary, as it is written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Export as {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache holds sound and pictures. What running jobs use and the pictures of results stay when it is cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the program keeps things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} are free again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the %n newest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallPanel</name>
    <message>
        <source>A language model writes the summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model does the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs on this computer. Fetching it is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models do the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small models do the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was fetched so far is used the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They run on this computer. Fetching them is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstallProgressView</name>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summarise what is transcribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a summary of this video. If it is summarised again, nothing is transcribed that has been transcribed so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinuxDesktop</name>
    <message>
        <source>Videos are being summarised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Locating</name>
    <message>
        <source>Where is {} now?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Only files on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no video or audio file in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This result is no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelKeeping</name>
    <message numerus="yes">
        <source>%n job(s) that wait need it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A job that runs uses it. Delete it once that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing “{}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be deleted: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes about ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While no job runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” is installed ({}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Broken off: {} fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking · {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {title}? {size} become free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {} for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Total download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, summaries are the talk&apos;s own key sentences. It can be installed later, in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A folder with a Whisper model for CTranslate2 or a language model of transformers, or a .gguf file. It is opened once to see that it works; on the same disk it takes no room twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech} and {writer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour of video takes about {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a model of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the models to see how long an hour of video takes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models take {there}; {free} are free on the disk. Memory: {memory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {} of memory: too much for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written summaries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentList</name>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsAsking</name>
    <message numerus="yes">
        <source>%n had begun already: its options stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message numerus="yes">
        <source>%n videos</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different; leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that players choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this for all that is added from “{}” from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>This video cannot be played here. Its text is all there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos cannot be played here: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not the same as {} was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: no other program can use the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: programs on this computer that have its token can use the queue, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos, transcripts and summaries stay on this computer. The program counts nothing, reports nothing and looks for no updates. It opens a connection for one purpose only: to fetch a model that you asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} from {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Choose another port in the settings. ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job API cannot listen at port {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job API listens at {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>A notification, and the computer sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification, if the window is not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the job API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary or transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skimming</name>
    <message>
        <source>{} of {}  ·  {} left  ·  {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SleepDialog</name>
    <message>
        <source>All is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So it is chosen in the settings, under “Program”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The computer sleeps in %n seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryChoices</name>
    <message>
        <source>Kind of talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Position in the recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Detect it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop videos here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, folders, many at once: recordings of talks, lessons, meetings, interviews.
Each becomes a summary whose every sentence leads back to the moment it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriterChoice</name>
    <message>
        <source>A language model of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language model is installed: summaries are the talk&apos;s own key sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written: the talk&apos;s own key sentences are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of the installed language models that fits the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This language model is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to summarise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

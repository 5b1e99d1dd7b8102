<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>1 damaged piece of the recording was skipped.</source>
        <translation>1 beschädigte Stelle der Aufnahme wurde übersprungen.</translation>
    </message>
    <message>
        <source>1 sentence was read.</source>
        <translation>1 Satz wurde gelesen.</translation>
    </message>
    <message>
        <source>1 written sentence was left out because the transcript does not support it.</source>
        <translation>1 geschriebener Satz wurde weggelassen, weil das Transkript ihn nicht belegt.</translation>
    </message>
    <message>
        <source>A part of the program is missing: {library}.</source>
        <translation>Ein Teil des Programms fehlt: {library}.</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Action items</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Added to the program that is open.</source>
        <translation>Im bereits offenen Programm hinzugefügt.</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>All {count} sentences were read.</source>
        <translation>Alle {count} Sätze wurden gelesen.</translation>
    </message>
    <message>
        <source>Already summarised</source>
        <translation>Bereits zusammengefasst</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation>Automatisch (bestes)</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>Baschkirisch</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretonisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>Kantonesisch</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter {number}</source>
        <translation>Kapitel {number}</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Check that it plays in a video player; if it does not, fetch it again.</source>
        <translation>Prüfen, ob ein Videoplayer sie abspielt; wenn nicht, die Datei erneut beschaffen.</translation>
    </message>
    <message>
        <source>Check that it was not moved or renamed, then try again.</source>
        <translation>Prüfen, ob sie verschoben oder umbenannt wurde, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check that its folder is there and that you may write to it, then start again.</source>
        <translation>Prüfen, ob der Ordner vorhanden und beschreibbar ist, dann neu starten.</translation>
    </message>
    <message>
        <source>Check the connection and try again, or install it from a folder.</source>
        <translation>Die Verbindung prüfen und erneut versuchen, oder aus einem Ordner installieren.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>Eine Datei mit Ton wählen.</translation>
    </message>
    <message>
        <source>Choose a model with a larger context.</source>
        <translation>Ein Modell mit größerem Kontext wählen.</translation>
    </message>
    <message>
        <source>Choose another language, or let it be detected.</source>
        <translation>Eine andere Sprache wählen oder sie erkennen lassen.</translation>
    </message>
    <message>
        <source>Choose one from the history.</source>
        <translation>Eines aus dem Verlauf wählen.</translation>
    </message>
    <message>
        <source>Choose one of its tracks.</source>
        <translation>Eine ihrer Spuren wählen.</translation>
    </message>
    <message>
        <source>Choose one of: {known}; or give the folder of a model.</source>
        <translation>Eines von diesen wählen: {known}; oder den Ordner eines Modells angeben.</translation>
    </message>
    <message>
        <source>Close other programs or choose a smaller model, then try again.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell wählen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Close this program everywhere and start it again: it then begins a fresh library.</source>
        <translation>Dieses Programm überall schließen und neu starten: Es beginnt dann eine neue Bibliothek.</translation>
    </message>
    <message>
        <source>Connect its drive again, then try again.</source>
        <translation>Das Laufwerk wieder verbinden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Extracting audio</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>FFmpeg metadata</source>
        <translation>FFmpeg-Metadaten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>Färöisch</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>From {origin}. Licence: {licence}</source>
        <translation>Quelle: {origin}. Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>Mehr von der Kennung angeben.</translation>
    </message>
    <message>
        <source>Give yourself permission to read it, then try again.</source>
        <translation>Die Leseberechtigung erteilen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Haitianisch</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Haussa</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>Hawaiisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Erneut installieren.</translation>
    </message>
    <message>
        <source>Install it in the program, or with: svs models install {model}</source>
        <translation>Im Programm installieren oder mit: svs models install {model}</translation>
    </message>
    <message>
        <source>Install the newest version; the library was left as it is.</source>
        <translation>Die neueste Version installieren; die Bibliothek bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Kernpunkte</translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation>Nur Kernsätze</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Lateinisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lecture or talk</source>
        <translation>Vorlesung oder Vortrag</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>Lingala</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Look there for the reason, then try again.</source>
        <translation>Dort nach dem Grund sehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgisch</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Auf dem Datenträger Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Make them writable, or name another folder in SVS_HOME: {}</source>
        <translation>Sie beschreibbar machen oder in SVS_HOME einen anderen Ordner nennen: {}</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Madagassisch</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Maltesisch</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>Maori</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepali</translation>
    </message>
    <message>
        <source>No speech was found in this recording.</source>
        <translation>In dieser Aufnahme wurde keine Sprache gefunden.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>Norwegisch (Nynorsk)</translation>
    </message>
    <message>
        <source>Nothing in the audio track of “{name}” could be decoded.</source>
        <translation>Nichts in der Tonspur von „{name}“ konnte dekodiert werden.</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>Okzitanisch</translation>
    </message>
    <message>
        <source>Only the first {until} of {whole} are transcribed and summarised.</source>
        <translation>Nur die ersten {until} von {whole} sind transkribiert und zusammengefasst.</translation>
    </message>
    <message>
        <source>Open its jobs page in a browser, at {}, or end it.</source>
        <translation>Die Auftragsseite im Browser öffnen ({}) oder svs serve beenden.</translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation>Zusammenfassung öffnen</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Panjabi</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>SVS Desktop cannot use its own folders: {}</source>
        <translation>SVS Desktop kann seine eigenen Ordner nicht verwenden: {}</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>Shona</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Shortens English text of up to 1,000 words; follows no instructions.</source>
        <translation>Kürzt englische Texte mit bis zu 1.000 Wörtern; befolgt keine Anweisungen.</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Something went wrong inside the program while working on “{name}”.</source>
        <translation>Bei der Arbeit an „{name}“ ist im Programm etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Spoken language: {}</source>
        <translation>Gesprochene Sprache: {}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation>SubRip-Untertitel</translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation>Trotzdem zusammenfassen</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Wird zusammengefasst</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanesisch</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tadschikisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tatarisch</translation>
    </message>
    <message>
        <source>Tells which sentences mean the same; the summary&apos;s key sentences are found with it.</source>
        <translation>Erkennt, welche Sätze dasselbe sagen; damit werden die Kernsätze der Zusammenfassung gefunden.</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>The computer ran out of memory while working on “{name}”.</source>
        <translation>Bei der Arbeit an „{name}“ ging dem Computer der Speicher aus.</translation>
    </message>
    <message>
        <source>The copy or download was probably cut off: fetch the file again.</source>
        <translation>Die Kopie oder der Download brach wohl ab: Die Datei erneut beschaffen.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be stored in “{path}”.</source>
        <translation>Der Datenträger ist voll: In „{path}“ lässt sich nichts mehr speichern.</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” needs up to {needed}.</source>
        <translation>Der Datenträger ist voll: „{name}“ braucht bis zu {needed}.</translation>
    </message>
    <message>
        <source>The engine answered something that could not be understood.</source>
        <translation>Die Antwort der Verarbeitung war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The engine gave no sign for {minutes} minutes while working on “{name}”.</source>
        <translation>Die Verarbeitung von „{name}“ gab {minutes} Minuten lang kein Lebenszeichen.</translation>
    </message>
    <message>
        <source>The engine stopped while working on “{name}”: {reason}.</source>
        <translation>Die Verarbeitung von „{name}“ brach ab: {reason}.</translation>
    </message>
    <message>
        <source>The file “{name}” is empty.</source>
        <translation>Die Datei „{name}“ ist leer.</translation>
    </message>
    <message>
        <source>The file “{name}” is not there.</source>
        <translation>Die Datei „{name}“ ist nicht da.</translation>
    </message>
    <message>
        <source>The file “{name}” may not be read: {reason}.</source>
        <translation>Die Datei „{name}“ darf nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The file “{name}” went away while it was being read.</source>
        <translation>Die Datei „{name}“ verschwand, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The files of the result could not be written to “{folder}”: {reason}.</source>
        <translation>Die Dateien des Ergebnisses ließen sich nicht in „{folder}“ schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The graphics card could not be used ({reason}); the processor was.</source>
        <translation>Die Grafikkarte ließ sich nicht verwenden ({reason}); der Prozessor übernahm.</translation>
    </message>
    <message>
        <source>The ids of {count} results begin with “{prefix}”.</source>
        <translation>Die Kennungen von {count} Ergebnissen beginnen mit „{prefix}“.</translation>
    </message>
    <message>
        <source>The library “{path}” cannot be used: {reason}.</source>
        <translation>Die Bibliothek „{path}“ lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged.</source>
        <translation>Die Bibliothek „{path}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The library “{path}” was written by a newer version of this program.</source>
        <translation>Die Bibliothek „{path}“ stammt von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>The model does not know the language “{language}”.</source>
        <translation>Das Modell kennt die Sprache „{language}“ nicht.</translation>
    </message>
    <message>
        <source>The model “{model}” cannot be loaded: {reason}.</source>
        <translation>Das Modell „{model}“ lässt sich nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” could not be fetched: {reason}.</source>
        <translation>Das Modell „{model}“ ließ sich nicht herunterladen: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” did not answer: {reason}.</source>
        <translation>Das Modell „{model}“ antwortete nicht: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation>Das Modell „{model}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The model “{model}” needs {needed} of memory; {free} are free.</source>
        <translation>Das Modell „{model}“ braucht {needed} Speicher; frei sind {free}.</translation>
    </message>
    <message>
        <source>The model “{model}” reads {limit} tokens at a time; {tokens} are needed.</source>
        <translation>Das Modell „{model}“ liest {limit} Token auf einmal; nötig sind {tokens}.</translation>
    </message>
    <message>
        <source>The part from {start} to {end} is not in the summary: {reason}.</source>
        <translation>Der Teil von {start} bis {end} fehlt in der Zusammenfassung: {reason}.</translation>
    </message>
    <message>
        <source>The program that worked on “{name}” gave up: {reason}</source>
        <translation>Das Programm, das „{name}“ bearbeitet hat, gab auf: {reason}</translation>
    </message>
    <message>
        <source>The recording says it lasts {expected}, but it ends at {actual}.</source>
        <translation>Die Aufnahme soll {expected} lang sein, endet aber bei {actual}.</translation>
    </message>
    <message>
        <source>The setting “{key}” cannot be “{value}”, only {expected}; “{default}” is used.</source>
        <translation>Die Einstellung „{key}“ kann nicht „{value}“ sein, nur {expected}; es gilt „{default}“.</translation>
    </message>
    <message>
        <source>The settings file “{key}” cannot be read ({value}); defaults apply.</source>
        <translation>Die Einstellungsdatei „{key}“ ist nicht lesbar ({value}); es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>The work on “{name}” could not be stored: {reason}</source>
        <translation>Die Arbeit an „{name}“ ließ sich nicht speichern: {reason}</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”; the files of the result were not written there.</source>
        <translation>Den Ordner „{folder}“ gibt es nicht; die Dateien des Ergebnisses wurden dort nicht geschrieben.</translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation>Es gibt kein Modell namens „{model}“.</translation>
    </message>
    <message>
        <source>There is no result “{job_id}”.</source>
        <translation>Es gibt kein Ergebnis „{job_id}“.</translation>
    </message>
    <message>
        <source>There is no setting “{key}”; it was left alone.</source>
        <translation>Es gibt keine Einstellung „{key}“; sie wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences, because the language model “{model}” did not write a summary: {reason}.</source>
        <translation>Dies sind Kernsätze aus der Aufnahme selbst, weil das Sprachmodell „{model}“ keine Zusammenfassung schrieb: {reason}.</translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences: no language model wrote them.</source>
        <translation>Dies sind Kernsätze aus der Aufnahme selbst: Kein Sprachmodell hat sie geschrieben.</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Transcribed by {speech}.</source>
        <translation>Transkribiert von {speech}.</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Wird transkribiert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, install the program again.</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with the details.</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, bitte mit den Einzelheiten melden.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, the file may be damaged.</source>
        <translation>Erneut versuchen; wenn es wieder geschieht, ist die Datei vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Turkmenisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Use a copy without protection.</source>
        <translation>Eine Kopie ohne Schutz verwenden.</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>Writes better summaries in more languages; takes about three times as long.</source>
        <translation>Schreibt bessere Zusammenfassungen in mehr Sprachen; braucht etwa dreimal so lange.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; makes fewer mistakes than base, takes about three times as long.</source>
        <translation>Schreibt Gesprochenes in 99 Sprachen mit; macht weniger Fehler als base, braucht etwa dreimal so lange.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; quick on any computer.</source>
        <translation>Schreibt Gesprochenes in 99 Sprachen mit; auf jedem Computer schnell.</translation>
    </message>
    <message>
        <source>Writes summaries on any computer with 4 GB of memory.</source>
        <translation>Schreibt Zusammenfassungen auf jedem Computer mit 4 GB Speicher.</translation>
    </message>
    <message>
        <source>Writes the best summaries of these; takes about five times as long as the smallest.</source>
        <translation>Schreibt von diesen die besten Zusammenfassungen; braucht etwa fünfmal so lange wie das kleinste.</translation>
    </message>
    <message>
        <source>Written by {writer}, transcribed by {speech}.</source>
        <translation>Geschrieben von {writer}, transkribiert von {speech}.</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>Yoruba</translation>
    </message>
    <message>
        <source>YouTube chapters</source>
        <translation>YouTube-Kapitel</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>a folder, or nothing</source>
        <translation>ein Ordner oder nichts</translation>
    </message>
    <message>
        <source>a library that it needs is missing</source>
        <translation>eine nötige Bibliothek fehlt</translation>
    </message>
    <message>
        <source>a list of folders, such as [&apos;/videos&apos;]</source>
        <translation>eine Liste von Ordnern, etwa [&apos;/videos&apos;]</translation>
    </message>
    <message>
        <source>a list of md, txt, html, pdf, docx, json, srt, vtt, chapters, ffmetadata</source>
        <translation>eine Liste aus md, txt, html, pdf, docx, json, srt, vtt, chapters, ffmetadata</translation>
    </message>
    <message>
        <source>a name with {title}, {name}, {date}, {language} in it</source>
        <translation>ein Name, in dem {title}, {name}, {date}, {language} stehen</translation>
    </message>
    <message>
        <source>a number from 0.5 to 3</source>
        <translation>eine Zahl von 0,5 bis 3</translation>
    </message>
    <message>
        <source>a number from 1 to 4</source>
        <translation>eine Zahl von 1 bis 4</translation>
    </message>
    <message>
        <source>a number from 1024 to 65535</source>
        <translation>eine Zahl von 1024 bis 65535</translation>
    </message>
    <message>
        <source>a part of it crashed (arithmetic fault)</source>
        <translation>ein Teil davon stürzte ab (Rechenfehler)</translation>
    </message>
    <message>
        <source>a part of it crashed (memory fault)</source>
        <translation>ein Teil davon stürzte ab (Speicherfehler)</translation>
    </message>
    <message>
        <source>a part of it gave up (abort)</source>
        <translation>ein Teil davon gab auf (abort)</translation>
    </message>
    <message>
        <source>a whole number from 0 to 100</source>
        <translation>eine ganze Zahl von 0 bis 100</translation>
    </message>
    <message>
        <source>a whole number from 0 to 256</source>
        <translation>eine ganze Zahl von 0 bis 256</translation>
    </message>
    <message>
        <source>a whole number from 100 to 200</source>
        <translation>eine ganze Zahl von 100 bis 200</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>another program ended it</source>
        <translation>ein anderes Programm hat sie beendet</translation>
    </message>
    <message>
        <source>auto or a code such as en</source>
        <translation>auto oder ein Kürzel wie en</translation>
    </message>
    <message>
        <source>auto, cpu or cuda</source>
        <translation>auto, cpu oder cuda</translation>
    </message>
    <message>
        <source>auto, extractive, the name of a model or a file</source>
        <translation>auto, extractive, der Name eines Modells oder eine Datei</translation>
    </message>
    <message>
        <source>auto, lecture, meeting or interview</source>
        <translation>auto, lecture, meeting oder interview</translation>
    </message>
    <message>
        <source>fast, balanced or accurate</source>
        <translation>fast, balanced oder accurate</translation>
    </message>
    <message>
        <source>it broke off, and had to be ended</source>
        <translation>sie brach ab und musste beendet werden</translation>
    </message>
    <message>
        <source>it does not say what model it is</source>
        <translation>darin steht nicht, welches Modell es ist</translation>
    </message>
    <message>
        <source>it gave no sign for minutes</source>
        <translation>minutenlang kam kein Lebenszeichen</translation>
    </message>
    <message>
        <source>it has no chat template: it was not made to follow instructions</source>
        <translation>es hat keine Chat-Vorlage: Es ist nicht dafür gemacht, Anweisungen zu befolgen</translation>
    </message>
    <message>
        <source>it has no tokenizer</source>
        <translation>es hat keinen Tokenizer</translation>
    </message>
    <message>
        <source>it has no weights</source>
        <translation>es hat keine Gewichte</translation>
    </message>
    <message>
        <source>it is damaged or of an unknown kind</source>
        <translation>es ist beschädigt oder von unbekannter Art</translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation>es ist keine GGUF-Datei</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>it stopped in the middle of its answer</source>
        <translation>es brach mitten in der Antwort ab</translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation>es wurde geschlossen</translation>
    </message>
    <message>
        <source>llama.cpp refused</source>
        <translation>llama.cpp lehnte ab</translation>
    </message>
    <message>
        <source>more than a week left</source>
        <translation>noch über eine Woche</translation>
    </message>
    <message>
        <source>names and terms with commas between them</source>
        <translation>Namen und Begriffe, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>nothing that it wrote is in the transcript</source>
        <translation>nichts von dem, was es schrieb, steht im Transkript</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>es wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>nothing, notify or sleep</source>
        <translation>nothing, notify oder sleep</translation>
    </message>
    <message>
        <source>short, normal or long</source>
        <translation>short, normal oder long</translation>
    </message>
    <message>
        <source>svs serve works with this library, without a window.</source>
        <translation>svs serve arbeitet mit dieser Bibliothek, ohne Fenster.</translation>
    </message>
    <message>
        <source>system or reduced</source>
        <translation>system oder reduced</translation>
    </message>
    <message>
        <source>system, en, de or es</source>
        <translation>system, en, de oder es</translation>
    </message>
    <message>
        <source>system, light or dark</source>
        <translation>system, light oder dark</translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation>Python-Paketindex</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the model hub</source>
        <translation>Modell-Hub</translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation>Modell-Hub, {}</translation>
    </message>
    <message>
        <source>the name of a model or a folder</source>
        <translation>der Name eines Modells oder ein Ordner</translation>
    </message>
    <message>
        <source>the package index</source>
        <translation>Paketindex</translation>
    </message>
    <message>
        <source>the program that fetches it is not installed</source>
        <translation>das Programm zum Herunterladen ist nicht installiert</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>the system stopped it, as it does when memory runs out</source>
        <translation>das System hat sie beendet, wie bei Speichermangel</translation>
    </message>
    <message>
        <source>there are several .gguf files in it; choose one of them</source>
        <translation>darin liegen mehrere .gguf-Dateien; eine davon wählen</translation>
    </message>
    <message>
        <source>there is neither a .gguf file nor a config.json in it</source>
        <translation>darin liegt weder eine .gguf-Datei noch eine config.json</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>es gibt keine Verbindung</translation>
    </message>
    <message>
        <source>this edition of the program cannot fetch models</source>
        <translation>diese Ausgabe des Programms kann keine Modelle herunterladen</translation>
    </message>
    <message>
        <source>this processor lacks an instruction that it needs</source>
        <translation>diesem Prozessor fehlt ein nötiger Befehl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>what it sent is not the expected file</source>
        <translation>die gesendete Datei ist nicht die erwartete</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message>
        <source>{count} damaged pieces of the recording were skipped.</source>
        <translation>{count} beschädigte Stellen der Aufnahme wurden übersprungen.</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} Std.</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} Min.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} sentences were read.</source>
        <translation>{count} Sätze wurden gelesen.</translation>
    </message>
    <message>
        <source>{count} written sentences were left out because the transcript does not support them.</source>
        <translation>{count} geschriebene Sätze wurden weggelassen, weil das Transkript sie nicht belegt.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>“{name}” has no audio track number {track}; it has {count}.</source>
        <translation>„{name}“ hat keine Tonspur Nummer {track}; vorhanden: {count}.</translation>
    </message>
    <message>
        <source>“{name}” has no audio track, so there is nothing to transcribe.</source>
        <translation>„{name}“ hat keine Tonspur, also gibt es nichts zu transkribieren.</translation>
    </message>
    <message>
        <source>“{name}” is not a video or audio file that can be read.</source>
        <translation>„{name}“ ist keine lesbare Video- oder Audiodatei.</translation>
    </message>
    <message>
        <source>“{name}” is protected against copying and cannot be read.</source>
        <translation>„{name}“ ist kopiergeschützt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{}” is installed ({}).</source>
        <translation>„{}“ ist installiert ({}).</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation>Videos hinzufügen…</translation>
    </message>
    <message>
        <source>Back to what is said</source>
        <translation>Zurück zur laufenden Stelle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go to the history</source>
        <translation>Zum Verlauf</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Zur Warteschlange</translation>
    </message>
    <message>
        <source>Keep beyond the newest</source>
        <translation>Über die neuesten hinaus behalten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play only the moments that the summary rests on: {} of {} ({})</source>
        <translation>Nur die Stellen abspielen, auf denen die Zusammenfassung beruht: {} von {} ({})</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Revert to what was made</source>
        <translation>Auf den ursprünglichen Text zurücksetzen</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Diagnose speichern…</translation>
    </message>
    <message>
        <source>Search all results</source>
        <translation>Ergebnisse durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the queue and the history (Ctrl+B)</source>
        <translation>Warteschlange und Verlauf ein- oder ausblenden (Strg+B)</translation>
    </message>
    <message>
        <source>Show the summary</source>
        <translation>Zusammenfassung anzeigen</translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation>Transkript anzeigen</translation>
    </message>
    <message>
        <source>Skim</source>
        <translation>Überfliegen</translation>
    </message>
    <message>
        <source>Skim · {}</source>
        <translation>Überfliegen · {}</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Stille überspringen</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Summarise again…</source>
        <translation>Neu zusammenfassen…</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Ans Ende</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try all that failed again</source>
        <translation>Alle fehlgeschlagenen erneut versuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Video in full screen</source>
        <translation>Video im Vollbild</translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>From the transcript that is there: nothing is transcribed again. The summary that you have stays in the history.</source>
        <translation>Aus dem vorhandenen Transkript: Nichts wird neu transkribiert. Die bisherige Zusammenfassung bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation>Neu zusammenfassen</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>ApiChoice</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Once the job API is switched on</source>
        <translation>Sobald die Auftrags-API eingeschaltet ist</translation>
    </message>
    <message>
        <source>Open jobs page</source>
        <translation>Auftragsseite öffnen</translation>
    </message>
    <message>
        <source>Scripts and a browser on this computer may use the queue, with a token</source>
        <translation>Skripte und Browser auf diesem Computer dürfen die Warteschlange mit einem Token nutzen</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>The summary is ready</source>
        <translation>Die Zusammenfassung ist fertig</translation>
    </message>
</context>
<context>
    <name>AutoExportChoice</name>
    <message>
        <source>A name needs a letter or more; between braces there can only be {title}, {name}, {date} or {language}.</source>
        <translation>Ein Name braucht mindestens einen Buchstaben; in geschweiften Klammern kann nur {title}, {name}, {date} oder {language} stehen.</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Mindestens ein Format wählen.</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>Ordner für die Dateien wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from its beginning.</source>
        <translation>Den ganzen Pfad des Ordners angeben, von Anfang an.</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>Write files to</source>
        <translation>Dateien schreiben nach</translation>
    </message>
    <message>
        <source>{title}, {name}, {date} and {language} are filled in. No file is ever replaced.</source>
        <translation>{title}, {name}, {date} und {language} werden ausgefüllt. Nie wird eine Datei ersetzt.</translation>
    </message>
</context>
<context>
    <name>Awake</name>
    <message>
        <source>Videos are being summarised</source>
        <translation>Videos werden zusammengefasst</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Videos hinzufügen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation>Video und Audio</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed: {}</source>
        <translation>Geschwindigkeit: {}</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message numerus="yes">
        <source>Deleted %n results</source>
        <translation>
            <numerusform>%n Ergebnis gelöscht</numerusform>
            <numerusform>%n Ergebnisse gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “{}”</source>
        <translation>„{}“ gelöscht</translation>
    </message>
</context>
<context>
    <name>Diagnosing</name>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>{} gespeichert</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add your videos in the window that is open.</source>
        <translation>Videos im bereits offenen Fenster hinzufügen.</translation>
    </message>
    <message>
        <source>SVS Desktop is already open.</source>
        <translation>SVS Desktop ist bereits offen.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation>Die beschädigte Datei wurde aufbewahrt: {}</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The library was damaged. A fresh one was begun.</source>
        <translation>Die Bibliothek war beschädigt. Eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Die Einstellungen ließen sich nicht speichern.</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Sentences that the transcript does not support are left out.</source>
        <translation>Sätze, die das Transkript nicht belegt, werden weggelassen.</translation>
    </message>
    <message>
        <source>Summary, as it is written</source>
        <translation>Zusammenfassung, während sie entsteht</translation>
    </message>
</context>
<context>
    <name>DraftView</name>
    <message>
        <source>Summary, as it is written</source>
        <translation>Zusammenfassung, während sie entsteht</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Edit this sentence</source>
        <translation>Diesen Satz bearbeiten</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Change the text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>Enter keeps it, Escape leaves it as it was</source>
        <translation>Eingabetaste übernimmt, Esc lässt alles beim Alten</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>Export %n results as {}</source>
        <translation>
            <numerusform>%n Ergebnis exportieren als {}</numerusform>
            <numerusform>%n Ergebnisse exportieren als {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as {}</source>
        <translation>Exportieren als {}</translation>
    </message>
    <message>
        <source>Export here</source>
        <translation>Hier ablegen</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Copied the summary</source>
        <translation>Zusammenfassung kopiert</translation>
    </message>
    <message>
        <source>None of these results has anything to write in this format.</source>
        <translation>Keines dieser Ergebnisse hat in diesem Format etwas zu schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in {}</source>
        <translation>
            <numerusform>%n Datei gespeichert in {}</numerusform>
            <numerusform>%n Dateien gespeichert in {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {} in {}</source>
        <translation>{} gespeichert in {}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>After each video</source>
        <translation>Nach jedem Video</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of {}</source>
        <translation>Ordner öffnen: {}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The cache holds sound and pictures. What running jobs use and the pictures of results stay when it is cleared.</source>
        <translation>Der Zwischenspeicher enthält Ton und Bilder. Was laufende Aufträge brauchen und die Bilder der Ergebnisse bleiben beim Leeren erhalten.</translation>
    </message>
    <message>
        <source>Where the program keeps things</source>
        <translation>Wo das Programm etwas ablegt</translation>
    </message>
    <message>
        <source>the cache</source>
        <translation>der Zwischenspeicher</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>die Bibliothek</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>die Modelle</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>die Einstellungen</translation>
    </message>
    <message>
        <source>{} are free again.</source>
        <translation>{} sind wieder frei.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Find on this page…</source>
        <translation>Auf dieser Seite suchen…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>the %n newest</source>
        <translation>
            <numerusform>das neueste</numerusform>
            <numerusform>die %n neuesten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallPanel</name>
    <message>
        <source>A language model writes the summaries</source>
        <translation>Ein Sprachmodell schreibt die Zusammenfassungen</translation>
    </message>
    <message>
        <source>A small model does the work</source>
        <translation>Ein kleines Modell macht die Arbeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking {}</source>
        <translation>{} wird geprüft</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation>Herunterladen und installieren</translation>
    </message>
    <message>
        <source>Downloading {}</source>
        <translation>{} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Install models</source>
        <translation>Modelle installieren</translation>
    </message>
    <message>
        <source>It runs on this computer. Fetching it is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation>Es läuft auf diesem Computer. Nur um es herunterzuladen, öffnet dieses Programm eine Verbindung; nichts Eigenes wird gesendet.</translation>
    </message>
    <message>
        <source>Models do the work</source>
        <translation>Modelle machen die Arbeit</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nein, danke</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Small models do the work</source>
        <translation>Kleine Modelle machen die Arbeit</translation>
    </message>
    <message>
        <source>Stopped. What was fetched so far is used the next time.</source>
        <translation>Angehalten. Das bisher Heruntergeladene wird beim nächsten Mal verwendet.</translation>
    </message>
    <message>
        <source>They run on this computer. Fetching them is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation>Sie laufen auf diesem Computer. Nur um sie herunterzuladen, öffnet dieses Programm eine Verbindung; nichts Eigenes wird gesendet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>InstallProgressView</name>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Choose another language…</source>
        <translation>Andere Sprache wählen…</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Anderes Modell wählen…</translation>
    </message>
    <message>
        <source>Choose another track…</source>
        <translation>Andere Spur wählen…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Install the model…</source>
        <translation>Modell installieren…</translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation>Zusammenfassung öffnen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Diagnose speichern…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Datei anzeigen</translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation>Trotzdem zusammenfassen</translation>
    </message>
    <message>
        <source>Summarise what is transcribed</source>
        <translation>Das Transkribierte zusammenfassen</translation>
    </message>
    <message>
        <source>There is a summary of this video. If it is summarised again, nothing is transcribed that has been transcribed so already.</source>
        <translation>Von diesem Video gibt es eine Zusammenfassung. Wird es neu zusammengefasst, wird nichts noch einmal transkribiert, was schon so transkribiert ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Locating</name>
    <message>
        <source>Where is {} now?</source>
        <translation>Wo ist {} jetzt?</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed here.</source>
        <translation>Hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only files on this computer.</source>
        <translation>Nur Dateien auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no video or audio file in {}</source>
        <translation>Keine Video- oder Audiodatei in {}</translation>
    </message>
    <message>
        <source>This result is no longer kept.</source>
        <translation>Dieses Ergebnis ist nicht mehr vorhanden.</translation>
    </message>
</context>
<context>
    <name>ModelImporting</name>
    <message>
        <source>Bringing “{}”…</source>
        <translation>„{}“ wird übernommen…</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Opening “{}”…</source>
        <translation>„{}“ wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>ModelKeeping</name>
    <message numerus="yes">
        <source>%n job(s) that wait need it.</source>
        <translation>
            <numerusform>%n wartender Auftrag braucht es.</numerusform>
            <numerusform>%n wartende Aufträge brauchen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>A job that runs uses it. Delete it once that is done.</source>
        <translation>Ein laufender Auftrag verwendet es. Danach lässt es sich löschen.</translation>
    </message>
    <message>
        <source>It could not be deleted: {}</source>
        <translation>Es ließ sich nicht löschen: {}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>ModelMeasuring</name>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Takes about ten seconds</source>
        <translation>Dauert etwa zehn Sekunden</translation>
    </message>
    <message>
        <source>While no job runs</source>
        <translation>Solange kein Auftrag läuft</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Broken off: {} fetched</source>
        <translation>Abgebrochen: {} heruntergeladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: {}</source>
        <translation>Abbrechen: {}</translation>
    </message>
    <message>
        <source>Checking · {}</source>
        <translation>Wird geprüft · {}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete {title}? {size} become free.</source>
        <translation>{title} löschen? {size} werden frei.</translation>
    </message>
    <message>
        <source>Delete {}</source>
        <translation>{} löschen</translation>
    </message>
    <message>
        <source>Delete {} for good</source>
        <translation>{} endgültig löschen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install {}</source>
        <translation>{} installieren</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation>{} behalten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure {}</source>
        <translation>{} messen</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Progress of {}</source>
        <translation>Fortschritt von {}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Total download</source>
        <translation>Download insgesamt</translation>
    </message>
    <message>
        <source>Without it, summaries are the talk&apos;s own key sentences. It can be installed later, in the settings.</source>
        <translation>Ohne es bestehen Zusammenfassungen aus Kernsätzen der Aufnahme selbst. Es lässt sich später in den Einstellungen installieren.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A folder with a Whisper model for CTranslate2 or a language model of transformers, or a .gguf file. It is opened once to see that it works; on the same disk it takes no room twice.</source>
        <translation>Ein Ordner mit einem Whisper-Modell für CTranslate2 oder einem Sprachmodell von transformers, oder eine .gguf-Datei. Zur Probe wird es einmal geöffnet; auf demselben Datenträger belegt es den Platz nicht doppelt.</translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech} and {writer}.</source>
        <translation>Eine Stunde Video dauert mit {speech} und {writer} etwa {time}.</translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech}.</source>
        <translation>Eine Stunde Video dauert mit {speech} etwa {time}.</translation>
    </message>
    <message>
        <source>An hour of video takes about {}</source>
        <translation>Eine Stunde Video dauert etwa {}</translation>
    </message>
    <message>
        <source>Bring a model of your own</source>
        <translation>Ein eigenes Modell verwenden</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Kernsätze</translation>
    </message>
    <message>
        <source>Measure the models to see how long an hour of video takes here.</source>
        <translation>Eine Messung der Modelle zeigt, wie lange eine Stunde Video hier dauert.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models take {there}; {free} are free on the disk. Memory: {memory}.</source>
        <translation>Modelle belegen {there}; auf dem Datenträger sind {free} frei. Speicher: {memory}.</translation>
    </message>
    <message>
        <source>Needs {} of memory: too much for this computer</source>
        <translation>Braucht {} Speicher: zu viel für diesen Computer</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Of your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Written summaries</source>
        <translation>Geschriebene Zusammenfassungen</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>written summaries</source>
        <translation>Geschriebene Zusammenfassungen</translation>
    </message>
</context>
<context>
    <name>MomentList</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>OptionsAsking</name>
    <message numerus="yes">
        <source>%n had begun already: its options stay.</source>
        <translation>
            <numerusform>%n hatte schon begonnen: Die Optionen bleiben.</numerusform>
            <numerusform>%n hatten schon begonnen: Ihre Optionen bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Different; leave as it is</source>
        <translation>Verschieden; unverändert lassen</translation>
    </message>
    <message>
        <source>Kind of talk</source>
        <translation>Art der Aufnahme</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation>Wie in der Aufnahme</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation>Zusammenfassung von</translation>
    </message>
    <message>
        <source>The one that players choose</source>
        <translation>Die von Playern gewählte</translation>
    </message>
    <message>
        <source>Track {}</source>
        <translation>Spur {}</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkription</translation>
    </message>
    <message>
        <source>Use this for all that is added from “{}” from now on</source>
        <translation>Ab jetzt für alles aus „{}“ verwenden</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>This video cannot be played here. Its text is all there.</source>
        <translation>Dieses Video lässt sich hier nicht abspielen. Sein Text ist ganz vorhanden.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Videos cannot be played here: {}</source>
        <translation>Videos lassen sich hier nicht abspielen: {}</translation>
    </message>
    <message>
        <source>{} is not the same as {} was.</source>
        <translation>{} ist nicht dasselbe Video wie {}.</translation>
    </message>
    <message>
        <source>{} is not where it was.</source>
        <translation>{} ist nicht mehr am alten Ort.</translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Kernpunkte</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Diagnostics are a file for a report, which you send yourself or not at all: versions, settings, and how jobs ended. No word, title or file name of yours is in it.</source>
        <translation>Die Diagnose ist eine Datei für eine Meldung, die nur von Hand verschickt wird oder gar nicht: Versionen, Einstellungen und wie Aufträge endeten. Kein eigenes Wort, kein Titel und kein Dateiname steht darin.</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Job API</source>
        <translation>Auftrags-API</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Off: no other program can use the queue.</source>
        <translation>Aus: Kein anderes Programm kann die Warteschlange nutzen.</translation>
    </message>
    <message>
        <source>On: programs on this computer that have its token can use the queue, at {}</source>
        <translation>Ein: Programme auf diesem Computer, die das Token haben, können die Warteschlange nutzen, unter {}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Diagnose speichern…</translation>
    </message>
    <message>
        <source>Sent: nothing</source>
        <translation>Gesendet: nichts</translation>
    </message>
    <message>
        <source>Videos, transcripts and summaries stay on this computer. The program counts nothing, reports nothing and looks for no updates. It opens a connection for one purpose only: to fetch a model that you asked for.</source>
        <translation>Videos, Transkripte und Zusammenfassungen bleiben auf diesem Computer. Das Programm zählt nichts, meldet nichts und sucht keine Updates. Eine Verbindung öffnet es nur zu einem Zweck: um ein gewünschtes Modell herunterzuladen.</translation>
    </message>
    <message>
        <source>When something does not work</source>
        <translation>Wenn etwas nicht funktioniert</translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation>Python-Paketindex</translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation>Modell-Hub, {}</translation>
    </message>
    <message>
        <source>{model} from {source}</source>
        <translation>{model}, Quelle: {source}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Choose another port in the settings. ({})</source>
        <translation>In den Einstellungen einen anderen Port wählen. ({})</translation>
    </message>
    <message>
        <source>The job API cannot listen at port {}.</source>
        <translation>Die Auftrags-API kann Port {} nicht öffnen.</translation>
    </message>
    <message>
        <source>The job API listens at {}</source>
        <translation>Die Auftrags-API ist erreichbar unter {}</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>A notification, and the computer sleeps</source>
        <translation>Benachrichtigen und Ruhezustand</translation>
    </message>
    <message>
        <source>A notification, if the window is not in use</source>
        <translation>Benachrichtigen, wenn ungenutzt</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Job API</source>
        <translation>Auftrags-API</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Nothing happens</source>
        <translation>Nichts geschieht</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nichts bewegt sich</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Port of the job API</source>
        <translation>Port der Auftrags-API</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>The graphics card (CUDA)</source>
        <translation>Die Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Der Prozessor</translation>
    </message>
    <message>
        <source>Videos at once</source>
        <translation>Videos gleichzeitig</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>Was am schnellsten ist</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Wenn alles fertig ist</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Verarbeitung</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation>
            <numerusform>angehalten, %n wartet</numerusform>
            <numerusform>angehalten, %n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summary or transcript</source>
        <translation>Zusammenfassung oder Transkript</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search all results</source>
        <translation>Ergebnisse durchsuchen</translation>
    </message>
    <message>
        <source>Search all results…</source>
        <translation>Ergebnisse durchsuchen…</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{}”.</source>
        <translation>Nichts gefunden für „{}“.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n found</source>
        <translation>
            <numerusform>Der erste Treffer</numerusform>
            <numerusform>Die ersten %n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Selected videos</source>
        <translation>Ausgewählte Videos</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>Skimming</name>
    <message>
        <source>{} of {}  ·  {} left  ·  {}</source>
        <translation>{} von {}  ·  noch {}  ·  {}</translation>
    </message>
</context>
<context>
    <name>SleepDialog</name>
    <message>
        <source>All is done</source>
        <translation>Alles ist fertig</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Jetzt in den Ruhezustand</translation>
    </message>
    <message>
        <source>So it is chosen in the settings, under “Program”.</source>
        <translation>So ist es in den Einstellungen unter „Programm“ gewählt.</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Wach bleiben</translation>
    </message>
    <message numerus="yes">
        <source>The computer sleeps in %n seconds.</source>
        <translation>
            <numerusform>Der Computer geht in %n Sekunde in den Ruhezustand.</numerusform>
            <numerusform>Der Computer geht in %n Sekunden in den Ruhezustand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n Thread</numerusform>
            <numerusform>CPU, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine: {}</source>
        <translation>Engine: {}</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
</context>
<context>
    <name>SummaryChoices</name>
    <message>
        <source>Kind of talk</source>
        <translation>Art der Aufnahme</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation>Wie in der Aufnahme</translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation>Zusammenfassung von</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Detect it</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Namen und Begriffe</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transkription</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose videos…</source>
        <translation>Videos wählen…</translation>
    </message>
    <message>
        <source>Drop videos here</source>
        <translation>Videos hier ablegen</translation>
    </message>
    <message>
        <source>Files, folders, many at once: recordings of talks, lessons, meetings, interviews.
Each becomes a summary whose every sentence leads back to the moment it came from.</source>
        <translation>Dateien, Ordner, viele auf einmal: Aufnahmen von Vorträgen, Unterricht, Besprechungen, Interviews.
Aus jeder wird eine Zusammenfassung, deren Sätze alle zur Stelle zurückführen, aus der sie stammen.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>WriterChoice</name>
    <message>
        <source>A language model of your own.</source>
        <translation>Ein eigenes Sprachmodell.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation>Automatisch (bestes)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>Sprachmodell wählen</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation>Nur Kernsätze</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>No language model is installed: summaries are the talk&apos;s own key sentences.</source>
        <translation>Kein Sprachmodell ist installiert: Zusammenfassungen bestehen aus Kernsätzen der Aufnahme selbst.</translation>
    </message>
    <message>
        <source>Nothing is written: the talk&apos;s own key sentences are shown.</source>
        <translation>Nichts wird geschrieben: Gezeigt werden Kernsätze der Aufnahme selbst.</translation>
    </message>
    <message>
        <source>The best of the installed language models that fits the memory.</source>
        <translation>Das beste der installierten Sprachmodelle, das in den Speicher passt.</translation>
    </message>
    <message>
        <source>This language model is not installed.</source>
        <translation>Dieses Sprachmodell ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to summarise</source>
        <translation>Zum Zusammenfassen ablegen</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>1 damaged piece of the recording was skipped.</source>
        <translation>Se ha omitido 1 fragmento dañado de la grabación.</translation>
    </message>
    <message>
        <source>1 sentence was read.</source>
        <translation>Se ha leído 1 frase.</translation>
    </message>
    <message>
        <source>1 written sentence was left out because the transcript does not support it.</source>
        <translation>Se ha omitido 1 frase escrita porque la transcripción no la respalda.</translation>
    </message>
    <message>
        <source>A part of the program is missing: {library}.</source>
        <translation>Falta una parte del programa: {library}.</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>Precisa</translation>
    </message>
    <message>
        <source>Action items</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Added to the program that is open.</source>
        <translation>Añadido al programa que está abierto.</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikáans</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanés</translation>
    </message>
    <message>
        <source>All {count} sentences were read.</source>
        <translation>Se han leído las {count} frases.</translation>
    </message>
    <message>
        <source>Already summarised</source>
        <translation>Ya resumido</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amárico</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenio</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Asamés</translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation>Automático (el mejor)</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Azerbaiyano</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>Baskir</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Euskera</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Bielorruso</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalí</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnio</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>Bretón</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Búlgaro</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmano</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>Cantonés</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Catalán</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
    <message>
        <source>Chapter {number}</source>
        <translation>Capítulo {number}</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Check that it plays in a video player; if it does not, fetch it again.</source>
        <translation>Comprobar que se reproduce en un reproductor de vídeo; si no, volver a obtenerlo.</translation>
    </message>
    <message>
        <source>Check that it was not moved or renamed, then try again.</source>
        <translation>Comprobar que no se haya movido ni cambiado de nombre y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Check that its folder is there and that you may write to it, then start again.</source>
        <translation>Comprobar que su carpeta existe y se puede escribir en ella, y volver a iniciar.</translation>
    </message>
    <message>
        <source>Check the connection and try again, or install it from a folder.</source>
        <translation>Comprobar la conexión y volver a intentarlo, o instalarlo desde una carpeta.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chino</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>Elegir un archivo con sonido.</translation>
    </message>
    <message>
        <source>Choose a model with a larger context.</source>
        <translation>Elegir un modelo con un contexto mayor.</translation>
    </message>
    <message>
        <source>Choose another language, or let it be detected.</source>
        <translation>Elegir otro idioma o dejar que se detecte.</translation>
    </message>
    <message>
        <source>Choose one from the history.</source>
        <translation>Elegir uno del historial.</translation>
    </message>
    <message>
        <source>Choose one of its tracks.</source>
        <translation>Elegir una de sus pistas.</translation>
    </message>
    <message>
        <source>Choose one of: {known}; or give the folder of a model.</source>
        <translation>Elegir uno de estos: {known}; o indicar la carpeta de un modelo.</translation>
    </message>
    <message>
        <source>Close other programs or choose a smaller model, then try again.</source>
        <translation>Cerrar otros programas o elegir un modelo más pequeño y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Cerrar otros programas o elegir un modelo más pequeño.</translation>
    </message>
    <message>
        <source>Close this program everywhere and start it again: it then begins a fresh library.</source>
        <translation>Cerrar este programa en todas partes e iniciarlo de nuevo: empezará una biblioteca nueva.</translation>
    </message>
    <message>
        <source>Connect its drive again, then try again.</source>
        <translation>Volver a conectar la unidad e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Croata</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Checo</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Danés</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Neerlandés</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estonio</translation>
    </message>
    <message>
        <source>Extracting audio</source>
        <translation>Extrayendo el audio</translation>
    </message>
    <message>
        <source>FFmpeg metadata</source>
        <translation>Metadatos de FFmpeg</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>Feroés</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finés</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>From {origin}. Licence: {licence}</source>
        <translation>Origen: {origin}. Licencia: {licence}</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Gallego</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgiano</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>Indicar más caracteres del identificador.</translation>
    </message>
    <message>
        <source>Give yourself permission to read it, then try again.</source>
        <translation>Conceder permiso de lectura y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griego</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Guyaratí</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Criollo haitiano</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Hausa</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>Hawaiano</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebreo</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Húngaro</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Islandés</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesio</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Instalarlo de nuevo.</translation>
    </message>
    <message>
        <source>Install it in the program, or with: svs models install {model}</source>
        <translation>Instalarlo en el programa, o con: svs models install {model}</translation>
    </message>
    <message>
        <source>Install the newest version; the library was left as it is.</source>
        <translation>Instalar la versión más reciente; la biblioteca se ha dejado como está.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instalar de nuevo el programa.</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japonés</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Javanés</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Canarés</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kazajo</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Puntos clave</translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation>Solo frases clave</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Jemer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Coreano</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Lao</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latín</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Letón</translation>
    </message>
    <message>
        <source>Lecture or talk</source>
        <translation>Clase o charla</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>Lingala</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Lituano</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Largo</translation>
    </message>
    <message>
        <source>Look there for the reason, then try again.</source>
        <translation>Buscar allí el motivo y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgués</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Macedonio</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Liberar espacio en el disco y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Make them writable, or name another folder in SVS_HOME: {}</source>
        <translation>Permitir la escritura en ellas o indicar otra carpeta en SVS_HOME: {}</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>Malgache</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malayo</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malabar</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Maltés</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>Maorí</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Maratí</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Mongol</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalí</translation>
    </message>
    <message>
        <source>No speech was found in this recording.</source>
        <translation>No se ha encontrado voz en esta grabación.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Noruego</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>Noruego nynorsk</translation>
    </message>
    <message>
        <source>Nothing in the audio track of “{name}” could be decoded.</source>
        <translation>No se ha podido descodificar nada de la pista de audio de «{name}».</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>Occitano</translation>
    </message>
    <message>
        <source>Only the first {until} of {whole} are transcribed and summarised.</source>
        <translation>Solo se han transcrito y resumido los primeros {until} de {whole}.</translation>
    </message>
    <message>
        <source>Open its jobs page in a browser, at {}, or end it.</source>
        <translation>Abrir su página de trabajos en un navegador, en {}, o terminarlo.</translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation>Abrir el resumen</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Pastún</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persa</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto sin formato</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polaco</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugués</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Panyabí</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Reconocer</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Quitar de la cola</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumano</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Ruso</translation>
    </message>
    <message>
        <source>SVS Desktop cannot use its own folders: {}</source>
        <translation>SVS Desktop no puede usar sus propias carpetas: {}</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sánscrito</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbio</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>Shona</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Corto</translation>
    </message>
    <message>
        <source>Shortens English text of up to 1,000 words; follows no instructions.</source>
        <translation>Acorta textos en inglés de hasta 1000 palabras; no sigue instrucciones.</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Cingalés</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Eslovaco</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Esloveno</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somalí</translation>
    </message>
    <message>
        <source>Something went wrong inside the program while working on “{name}”.</source>
        <translation>Algo ha fallado en el programa al procesar «{name}».</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Spoken language: {}</source>
        <translation>Idioma hablado: {}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation>Subtítulos SubRip</translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation>Resumir de todos modos</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Resumiendo</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sundanés</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suajili</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Sueco</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalo</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Tayiko</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>Tártaro</translation>
    </message>
    <message>
        <source>Tells which sentences mean the same; the summary&apos;s key sentences are found with it.</source>
        <translation>Reconoce qué frases dicen lo mismo; con él se encuentran las frases clave del resumen.</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Tailandés</translation>
    </message>
    <message>
        <source>The computer ran out of memory while working on “{name}”.</source>
        <translation>El equipo se ha quedado sin memoria al procesar «{name}».</translation>
    </message>
    <message>
        <source>The copy or download was probably cut off: fetch the file again.</source>
        <translation>La copia o la descarga probablemente se interrumpió: volver a obtener el archivo.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be stored in “{path}”.</source>
        <translation>El disco está lleno: no se puede guardar nada más en «{path}».</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” needs up to {needed}.</source>
        <translation>El disco está lleno: «{name}» necesita hasta {needed}.</translation>
    </message>
    <message>
        <source>The engine answered something that could not be understood.</source>
        <translation>El motor ha respondido algo que no se ha podido entender.</translation>
    </message>
    <message>
        <source>The engine gave no sign for {minutes} minutes while working on “{name}”.</source>
        <translation>El motor no ha dado señales durante {minutes} minutos al procesar «{name}».</translation>
    </message>
    <message>
        <source>The engine stopped while working on “{name}”: {reason}.</source>
        <translation>El motor se ha detenido al procesar «{name}»: {reason}.</translation>
    </message>
    <message>
        <source>The file “{name}” is empty.</source>
        <translation>El archivo «{name}» está vacío.</translation>
    </message>
    <message>
        <source>The file “{name}” is not there.</source>
        <translation>El archivo «{name}» no está.</translation>
    </message>
    <message>
        <source>The file “{name}” may not be read: {reason}.</source>
        <translation>No se permite leer el archivo «{name}»: {reason}.</translation>
    </message>
    <message>
        <source>The file “{name}” went away while it was being read.</source>
        <translation>El archivo «{name}» ha desaparecido mientras se leía.</translation>
    </message>
    <message>
        <source>The files of the result could not be written to “{folder}”: {reason}.</source>
        <translation>No se han podido escribir los archivos del resultado en «{folder}»: {reason}.</translation>
    </message>
    <message>
        <source>The graphics card could not be used ({reason}); the processor was.</source>
        <translation>No se ha podido usar la tarjeta gráfica ({reason}); se ha usado el procesador.</translation>
    </message>
    <message>
        <source>The ids of {count} results begin with “{prefix}”.</source>
        <translation>Los identificadores de {count} resultados empiezan por «{prefix}».</translation>
    </message>
    <message>
        <source>The library “{path}” cannot be used: {reason}.</source>
        <translation>No se puede usar la biblioteca «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged.</source>
        <translation>La biblioteca «{path}» está dañada.</translation>
    </message>
    <message>
        <source>The library “{path}” was written by a newer version of this program.</source>
        <translation>La biblioteca «{path}» es de una versión más reciente de este programa.</translation>
    </message>
    <message>
        <source>The model does not know the language “{language}”.</source>
        <translation>El modelo no conoce el idioma «{language}».</translation>
    </message>
    <message>
        <source>The model “{model}” cannot be loaded: {reason}.</source>
        <translation>No se puede cargar el modelo «{model}»: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” could not be fetched: {reason}.</source>
        <translation>No se ha podido descargar el modelo «{model}»: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” did not answer: {reason}.</source>
        <translation>El modelo «{model}» no ha respondido: {reason}.</translation>
    </message>
    <message>
        <source>The model “{model}” is not installed.</source>
        <translation>El modelo «{model}» no está instalado.</translation>
    </message>
    <message>
        <source>The model “{model}” needs {needed} of memory; {free} are free.</source>
        <translation>El modelo «{model}» necesita {needed} de memoria; hay {free} libres.</translation>
    </message>
    <message>
        <source>The model “{model}” reads {limit} tokens at a time; {tokens} are needed.</source>
        <translation>El modelo «{model}» lee {limit} tokens a la vez; se necesitan {tokens}.</translation>
    </message>
    <message>
        <source>The part from {start} to {end} is not in the summary: {reason}.</source>
        <translation>La parte de {start} a {end} no está en el resumen: {reason}.</translation>
    </message>
    <message>
        <source>The program that worked on “{name}” gave up: {reason}</source>
        <translation>El programa que procesaba «{name}» ha desistido: {reason}</translation>
    </message>
    <message>
        <source>The recording says it lasts {expected}, but it ends at {actual}.</source>
        <translation>La grabación dice durar {expected}, pero termina en {actual}.</translation>
    </message>
    <message>
        <source>The setting “{key}” cannot be “{value}”, only {expected}; “{default}” is used.</source>
        <translation>El ajuste «{key}» no puede ser «{value}», solo {expected}; se usa «{default}».</translation>
    </message>
    <message>
        <source>The settings file “{key}” cannot be read ({value}); defaults apply.</source>
        <translation>No se puede leer el archivo de ajustes «{key}» ({value}); se aplican los valores predeterminados.</translation>
    </message>
    <message>
        <source>The work on “{name}” could not be stored: {reason}</source>
        <translation>No se ha podido guardar el trabajo de «{name}»: {reason}</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”; the files of the result were not written there.</source>
        <translation>No existe la carpeta «{folder}»; los archivos del resultado no se han escrito en ella.</translation>
    </message>
    <message>
        <source>There is no model called “{model}”.</source>
        <translation>No hay ningún modelo llamado «{model}».</translation>
    </message>
    <message>
        <source>There is no result “{job_id}”.</source>
        <translation>No hay ningún resultado «{job_id}».</translation>
    </message>
    <message>
        <source>There is no setting “{key}”; it was left alone.</source>
        <translation>No existe el ajuste «{key}»; se ha dejado como está.</translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences, because the language model “{model}” did not write a summary: {reason}.</source>
        <translation>Estas son frases clave de la propia grabación, porque el modelo de lenguaje «{model}» no ha escrito un resumen: {reason}.</translation>
    </message>
    <message>
        <source>These are the talk&apos;s own key sentences: no language model wrote them.</source>
        <translation>Estas son frases clave de la propia grabación: no las ha escrito ningún modelo de lenguaje.</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetano</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Transcribed by {speech}.</source>
        <translation>Transcrito por {speech}.</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Transcribiendo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation>Volver a intentarlo; si ocurre de nuevo, elegir otro modelo.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, install the program again.</source>
        <translation>Volver a intentarlo; si ocurre de nuevo, instalar otra vez el programa.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, please report it with the details.</source>
        <translation>Volver a intentarlo; si ocurre de nuevo, informar del error con los detalles.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, the file may be damaged.</source>
        <translation>Volver a intentarlo; si ocurre de nuevo, puede que el archivo esté dañado.</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turco</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Turcomano</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ucraniano</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Use a copy without protection.</source>
        <translation>Usar una copia sin protección.</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Uzbeko</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamita</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation>Subtítulos WebVTT</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Galés</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Documento de Word</translation>
    </message>
    <message>
        <source>Writes better summaries in more languages; takes about three times as long.</source>
        <translation>Escribe mejores resúmenes en más idiomas; tarda unas tres veces más.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; makes fewer mistakes than base, takes about three times as long.</source>
        <translation>Transcribe 99 idiomas; comete menos errores que base y tarda unas tres veces más.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages; quick on any computer.</source>
        <translation>Transcribe 99 idiomas; rápido en cualquier equipo.</translation>
    </message>
    <message>
        <source>Writes summaries on any computer with 4 GB of memory.</source>
        <translation>Escribe resúmenes en cualquier equipo con 4 GB de memoria.</translation>
    </message>
    <message>
        <source>Writes the best summaries of these; takes about five times as long as the smallest.</source>
        <translation>Escribe los mejores resúmenes de todos; tarda unas cinco veces más que el más pequeño.</translation>
    </message>
    <message>
        <source>Written by {writer}, transcribed by {speech}.</source>
        <translation>Escrito por {writer}, transcrito por {speech}.</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Yidis</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>Yoruba</translation>
    </message>
    <message>
        <source>YouTube chapters</source>
        <translation>Capítulos de YouTube</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>quedan unos segundos</translation>
    </message>
    <message>
        <source>a folder, or nothing</source>
        <translation>una carpeta o nada</translation>
    </message>
    <message>
        <source>a library that it needs is missing</source>
        <translation>falta una biblioteca que necesita</translation>
    </message>
    <message>
        <source>a list of folders, such as [&apos;/videos&apos;]</source>
        <translation>una lista de carpetas, como [&apos;/videos&apos;]</translation>
    </message>
    <message>
        <source>a list of md, txt, html, pdf, docx, json, srt, vtt, chapters, ffmetadata</source>
        <translation>una lista de md, txt, html, pdf, docx, json, srt, vtt, chapters, ffmetadata</translation>
    </message>
    <message>
        <source>a name with {title}, {name}, {date}, {language} in it</source>
        <translation>un nombre que contenga {title}, {name}, {date}, {language}</translation>
    </message>
    <message>
        <source>a number from 0.5 to 3</source>
        <translation>un número del 0,5 al 3</translation>
    </message>
    <message>
        <source>a number from 1 to 4</source>
        <translation>un número del 1 al 4</translation>
    </message>
    <message>
        <source>a number from 1024 to 65535</source>
        <translation>un número del 1024 al 65535</translation>
    </message>
    <message>
        <source>a part of it crashed (arithmetic fault)</source>
        <translation>una parte ha fallado (error aritmético)</translation>
    </message>
    <message>
        <source>a part of it crashed (memory fault)</source>
        <translation>una parte ha fallado (error de memoria)</translation>
    </message>
    <message>
        <source>a part of it gave up (abort)</source>
        <translation>una parte ha desistido (abort)</translation>
    </message>
    <message>
        <source>a whole number from 0 to 100</source>
        <translation>un número entero del 0 al 100</translation>
    </message>
    <message>
        <source>a whole number from 0 to 256</source>
        <translation>un número entero del 0 al 256</translation>
    </message>
    <message>
        <source>a whole number from 100 to 200</source>
        <translation>un número entero del 100 al 200</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message>
        <source>another program ended it</source>
        <translation>otro programa lo ha terminado</translation>
    </message>
    <message>
        <source>auto or a code such as en</source>
        <translation>auto o un código como en</translation>
    </message>
    <message>
        <source>auto, cpu or cuda</source>
        <translation>auto, cpu o cuda</translation>
    </message>
    <message>
        <source>auto, extractive, the name of a model or a file</source>
        <translation>auto, extractive, el nombre de un modelo o un archivo</translation>
    </message>
    <message>
        <source>auto, lecture, meeting or interview</source>
        <translation>auto, lecture, meeting o interview</translation>
    </message>
    <message>
        <source>fast, balanced or accurate</source>
        <translation>fast, balanced o accurate</translation>
    </message>
    <message>
        <source>it broke off, and had to be ended</source>
        <translation>se ha interrumpido y ha habido que terminarlo</translation>
    </message>
    <message>
        <source>it does not say what model it is</source>
        <translation>no dice qué modelo es</translation>
    </message>
    <message>
        <source>it gave no sign for minutes</source>
        <translation>no ha dado señales durante minutos</translation>
    </message>
    <message>
        <source>it has no chat template: it was not made to follow instructions</source>
        <translation>no tiene plantilla de chat: no está hecho para seguir instrucciones</translation>
    </message>
    <message>
        <source>it has no tokenizer</source>
        <translation>no tiene tokenizador</translation>
    </message>
    <message>
        <source>it has no weights</source>
        <translation>no tiene pesos</translation>
    </message>
    <message>
        <source>it is damaged or of an unknown kind</source>
        <translation>está dañado o es de un tipo desconocido</translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation>no es un archivo GGUF</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>it stopped in the middle of its answer</source>
        <translation>se ha detenido en medio de la respuesta</translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation>se ha cerrado</translation>
    </message>
    <message>
        <source>llama.cpp refused</source>
        <translation>llama.cpp lo ha rechazado</translation>
    </message>
    <message>
        <source>more than a week left</source>
        <translation>queda más de una semana</translation>
    </message>
    <message>
        <source>names and terms with commas between them</source>
        <translation>nombres y términos separados por comas</translation>
    </message>
    <message>
        <source>nothing that it wrote is in the transcript</source>
        <translation>nada de lo que ha escrito está en la transcripción</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>no se ha escrito nada</translation>
    </message>
    <message>
        <source>nothing, notify or sleep</source>
        <translation>nothing, notify o sleep</translation>
    </message>
    <message>
        <source>short, normal or long</source>
        <translation>short, normal o long</translation>
    </message>
    <message>
        <source>svs serve works with this library, without a window.</source>
        <translation>svs serve trabaja con esta biblioteca, sin ventana.</translation>
    </message>
    <message>
        <source>system or reduced</source>
        <translation>system o reduced</translation>
    </message>
    <message>
        <source>system, en, de or es</source>
        <translation>system, en, de o es</translation>
    </message>
    <message>
        <source>system, light or dark</source>
        <translation>system, light o dark</translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation>índice de paquetes de Python</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>el archivo está cortado</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>el archivo está dañado</translation>
    </message>
    <message>
        <source>the model hub</source>
        <translation>repositorio de modelos</translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation>repositorio de modelos, {}</translation>
    </message>
    <message>
        <source>the name of a model or a folder</source>
        <translation>el nombre de un modelo o una carpeta</translation>
    </message>
    <message>
        <source>the package index</source>
        <translation>índice de paquetes</translation>
    </message>
    <message>
        <source>the program that fetches it is not installed</source>
        <translation>el programa que lo descarga no está instalado</translation>
    </message>
    <message>
        <source>the proxy asks for a password</source>
        <translation>el proxy pide una contraseña</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>el certificado del servidor no es de confianza</translation>
    </message>
    <message>
        <source>the system stopped it, as it does when memory runs out</source>
        <translation>el sistema lo ha detenido, como cuando se agota la memoria</translation>
    </message>
    <message>
        <source>there are several .gguf files in it; choose one of them</source>
        <translation>contiene varios archivos .gguf; elegir uno de ellos</translation>
    </message>
    <message>
        <source>there is neither a .gguf file nor a config.json in it</source>
        <translation>no contiene ni un archivo .gguf ni un config.json</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>no hay conexión</translation>
    </message>
    <message>
        <source>this edition of the program cannot fetch models</source>
        <translation>esta edición del programa no puede descargar modelos</translation>
    </message>
    <message>
        <source>this processor lacks an instruction that it needs</source>
        <translation>a este procesador le falta una instrucción que necesita</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>what it sent is not the expected file</source>
        <translation>lo que ha enviado no es el archivo esperado</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} bytes</translation>
    </message>
    <message>
        <source>{count} damaged pieces of the recording were skipped.</source>
        <translation>Se han omitido {count} fragmentos dañados de la grabación.</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} días</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} sentences were read.</source>
        <translation>Se han leído {count} frases.</translation>
    </message>
    <message>
        <source>{count} written sentences were left out because the transcript does not support them.</source>
        <translation>Se han omitido {count} frases escritas porque la transcripción no las respalda.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>“{name}” has no audio track number {track}; it has {count}.</source>
        <translation>«{name}» no tiene la pista de audio número {track}; tiene {count}.</translation>
    </message>
    <message>
        <source>“{name}” has no audio track, so there is nothing to transcribe.</source>
        <translation>«{name}» no tiene pista de audio, así que no hay nada que transcribir.</translation>
    </message>
    <message>
        <source>“{name}” is not a video or audio file that can be read.</source>
        <translation>«{name}» no es un archivo de vídeo o audio que se pueda leer.</translation>
    </message>
    <message>
        <source>“{name}” is protected against copying and cannot be read.</source>
        <translation>«{name}» está protegido contra copia y no se puede leer.</translation>
    </message>
    <message>
        <source>“{}” is installed ({}).</source>
        <translation>«{}» está instalado ({}).</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation>Añadir vídeos…</translation>
    </message>
    <message>
        <source>Back to what is said</source>
        <translation>Volver a lo que suena</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation>Quitar lo terminado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Copiar el resumen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go to the history</source>
        <translation>Ir al historial</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Ir a la cola</translation>
    </message>
    <message>
        <source>Keep beyond the newest</source>
        <translation>Conservar más allá de los más recientes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Pausar la cola</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Play only the moments that the summary rests on: {} of {} ({})</source>
        <translation>Reproducir solo los momentos en que se basa el resumen: {} de {} ({})</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Quitar de la cola</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>Reanudar la cola</translation>
    </message>
    <message>
        <source>Revert to what was made</source>
        <translation>Volver al texto original</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Guardar diagnóstico…</translation>
    </message>
    <message>
        <source>Search all results</source>
        <translation>Buscar en los resultados</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show or hide the queue and the history (Ctrl+B)</source>
        <translation>Mostrar u ocultar la cola y el historial (Ctrl+B)</translation>
    </message>
    <message>
        <source>Show the summary</source>
        <translation>Mostrar el resumen</translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation>Mostrar la transcripción</translation>
    </message>
    <message>
        <source>Skim</source>
        <translation>Repasar</translation>
    </message>
    <message>
        <source>Skim · {}</source>
        <translation>Repasar · {}</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Saltar silencios</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Summarise again…</source>
        <translation>Resumir de nuevo…</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try all that failed again</source>
        <translation>Reintentar todo lo fallido</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Video in full screen</source>
        <translation>Vídeo a pantalla completa</translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>From the transcript that is there: nothing is transcribed again. The summary that you have stays in the history.</source>
        <translation>A partir de la transcripción existente: no se vuelve a transcribir nada. El resumen actual sigue en el historial.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation>Resumir de nuevo</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelado</numerusform>
            <numerusform>%n cancelados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n terminado</numerusform>
            <numerusform>%n terminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n con error</numerusform>
            <numerusform>%n con errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pausa</numerusform>
            <numerusform>%n en pausa</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>ApiChoice</name>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Once the job API is switched on</source>
        <translation>Cuando se active la API de trabajos</translation>
    </message>
    <message>
        <source>Open jobs page</source>
        <translation>Abrir página de trabajos</translation>
    </message>
    <message>
        <source>Scripts and a browser on this computer may use the queue, with a token</source>
        <translation>Los scripts y un navegador de este equipo pueden usar la cola, con un token</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>The summary is ready</source>
        <translation>El resumen está listo</translation>
    </message>
</context>
<context>
    <name>AutoExportChoice</name>
    <message>
        <source>A name needs a letter or more; between braces there can only be {title}, {name}, {date} or {language}.</source>
        <translation>Un nombre necesita al menos una letra; entre llaves solo puede haber {title}, {name}, {date} o {language}.</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Elegir al menos un formato.</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>Elegir la carpeta para los archivos</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Carpeta para los archivos</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from its beginning.</source>
        <translation>Indicar la ruta completa de la carpeta, desde el principio.</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>En ningún sitio</translation>
    </message>
    <message>
        <source>Write files to</source>
        <translation>Escribir archivos en</translation>
    </message>
    <message>
        <source>{title}, {name}, {date} and {language} are filled in. No file is ever replaced.</source>
        <translation>{title}, {name}, {date} y {language} se rellenan. Nunca se sustituye ningún archivo.</translation>
    </message>
</context>
<context>
    <name>Awake</name>
    <message>
        <source>Videos are being summarised</source>
        <translation>Se están resumiendo vídeos</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Add videos</source>
        <translation>Añadir vídeos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation>Vídeo y audio</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed: {}</source>
        <translation>Velocidad: {}</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message numerus="yes">
        <source>Deleted %n results</source>
        <translation>
            <numerusform>%n resultado eliminado</numerusform>
            <numerusform>%n resultados eliminados</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “{}”</source>
        <translation>«{}» eliminado</translation>
    </message>
</context>
<context>
    <name>Diagnosing</name>
    <message>
        <source>Save diagnostics</source>
        <translation>Guardar diagnóstico</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Guardado: {}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add your videos in the window that is open.</source>
        <translation>Añadir los vídeos en la ventana que está abierta.</translation>
    </message>
    <message>
        <source>SVS Desktop is already open.</source>
        <translation>SVS Desktop ya está abierto.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation>El archivo dañado se ha conservado: {}</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>No se ha podido escribir el archivo.</translation>
    </message>
    <message>
        <source>The library was damaged. A fresh one was begun.</source>
        <translation>La biblioteca estaba dañada. Se ha empezado una nueva.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>No se han podido guardar los ajustes.</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Sentences that the transcript does not support are left out.</source>
        <translation>Se omiten las frases que la transcripción no respalda.</translation>
    </message>
    <message>
        <source>Summary, as it is written</source>
        <translation>Resumen, mientras se escribe</translation>
    </message>
</context>
<context>
    <name>DraftView</name>
    <message>
        <source>Summary, as it is written</source>
        <translation>Resumen, mientras se escribe</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Edit this sentence</source>
        <translation>Editar esta frase</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Change the text</source>
        <translation>Cambiar el texto</translation>
    </message>
    <message>
        <source>Enter keeps it, Escape leaves it as it was</source>
        <translation>Intro lo guarda, Escape lo deja como estaba</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>Export %n results as {}</source>
        <translation>
            <numerusform>Exportar %n resultado como {}</numerusform>
            <numerusform>Exportar %n resultados como {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as {}</source>
        <translation>Exportar como {}</translation>
    </message>
    <message>
        <source>Export here</source>
        <translation>Exportar aquí</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Copied the summary</source>
        <translation>Resumen copiado</translation>
    </message>
    <message>
        <source>None of these results has anything to write in this format.</source>
        <translation>Ninguno de estos resultados tiene nada que escribir en este formato.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n files in {}</source>
        <translation>
            <numerusform>%n archivo guardado en {}</numerusform>
            <numerusform>%n archivos guardados en {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {} in {}</source>
        <translation>{} guardado en {}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>After each video</source>
        <translation>Después de cada vídeo</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Vaciar la caché</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder of {}</source>
        <translation>Abrir la carpeta de {}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The cache holds sound and pictures. What running jobs use and the pictures of results stay when it is cleared.</source>
        <translation>La caché guarda sonido e imágenes. Al vaciarla se conservan lo que usan los trabajos en curso y las imágenes de los resultados.</translation>
    </message>
    <message>
        <source>Where the program keeps things</source>
        <translation>Dónde guarda las cosas el programa</translation>
    </message>
    <message>
        <source>the cache</source>
        <translation>la caché</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>la biblioteca</translation>
    </message>
    <message>
        <source>the models</source>
        <translation>los modelos</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>los ajustes</translation>
    </message>
    <message>
        <source>{} are free again.</source>
        <translation>Se han liberado {}.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Find on this page…</source>
        <translation>Buscar en esta página…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message numerus="yes">
        <source>the %n newest</source>
        <translation>
            <numerusform>el más reciente</numerusform>
            <numerusform>los %n más recientes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallPanel</name>
    <message>
        <source>A language model writes the summaries</source>
        <translation>Un modelo de lenguaje escribe los resúmenes</translation>
    </message>
    <message>
        <source>A small model does the work</source>
        <translation>Un modelo pequeño hace el trabajo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Checking {}</source>
        <translation>Comprobando {}</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation>Descargar e instalar</translation>
    </message>
    <message>
        <source>Downloading {}</source>
        <translation>Descargando {}</translation>
    </message>
    <message>
        <source>Install models</source>
        <translation>Instalar modelos</translation>
    </message>
    <message>
        <source>It runs on this computer. Fetching it is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation>Funciona en este equipo. Solo para descargarlo abre este programa una conexión, y no se envía nada propio.</translation>
    </message>
    <message>
        <source>Models do the work</source>
        <translation>Los modelos hacen el trabajo</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Small models do the work</source>
        <translation>Unos modelos pequeños hacen el trabajo</translation>
    </message>
    <message>
        <source>Stopped. What was fetched so far is used the next time.</source>
        <translation>Detenido. Lo descargado hasta ahora se aprovechará la próxima vez.</translation>
    </message>
    <message>
        <source>They run on this computer. Fetching them is the only time that this program opens a connection, and nothing of yours is sent.</source>
        <translation>Funcionan en este equipo. Solo para descargarlos abre este programa una conexión, y no se envía nada propio.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>InstallProgressView</name>
    <message>
        <source>Progress of the download</source>
        <translation>Progreso de la descarga</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Choose another language…</source>
        <translation>Elegir otro idioma…</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Elegir otro modelo…</translation>
    </message>
    <message>
        <source>Choose another track…</source>
        <translation>Elegir otra pista…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Install the model…</source>
        <translation>Instalar el modelo…</translation>
    </message>
    <message>
        <source>Open the summary</source>
        <translation>Abrir el resumen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Guardar diagnóstico…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Mostrar el archivo</translation>
    </message>
    <message>
        <source>Summarise anyway</source>
        <translation>Resumir de todos modos</translation>
    </message>
    <message>
        <source>Summarise what is transcribed</source>
        <translation>Resumir lo transcrito</translation>
    </message>
    <message>
        <source>There is a summary of this video. If it is summarised again, nothing is transcribed that has been transcribed so already.</source>
        <translation>Ya hay un resumen de este vídeo. Si se resume de nuevo, no se vuelve a transcribir lo que ya se ha transcrito así.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>Locating</name>
    <message>
        <source>Where is {} now?</source>
        <translation>¿Dónde está ahora {}?</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing was changed here.</source>
        <translation>Aquí no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Only files on this computer.</source>
        <translation>Solo archivos de este equipo.</translation>
    </message>
    <message>
        <source>There is no video or audio file in {}</source>
        <translation>No hay ningún archivo de vídeo o audio en {}</translation>
    </message>
    <message>
        <source>This result is no longer kept.</source>
        <translation>Este resultado ya no se conserva.</translation>
    </message>
</context>
<context>
    <name>ModelImporting</name>
    <message>
        <source>Bringing “{}”…</source>
        <translation>Trayendo «{}»…</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importar un archivo</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importar una carpeta</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Modelos de lenguaje</translation>
    </message>
    <message>
        <source>Opening “{}”…</source>
        <translation>Abriendo «{}»…</translation>
    </message>
</context>
<context>
    <name>ModelKeeping</name>
    <message numerus="yes">
        <source>%n job(s) that wait need it.</source>
        <translation>
            <numerusform>%n trabajo en espera lo necesita.</numerusform>
            <numerusform>%n trabajos en espera lo necesitan.</numerusform>
        </translation>
    </message>
    <message>
        <source>A job that runs uses it. Delete it once that is done.</source>
        <translation>Lo usa un trabajo en curso. Se podrá eliminar cuando termine.</translation>
    </message>
    <message>
        <source>It could not be deleted: {}</source>
        <translation>No se ha podido eliminar: {}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
</context>
<context>
    <name>ModelMeasuring</name>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>Takes about ten seconds</source>
        <translation>Tarda unos diez segundos</translation>
    </message>
    <message>
        <source>While no job runs</source>
        <translation>Mientras no haya trabajos en curso</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Broken off: {} fetched</source>
        <translation>Interrumpido: {} descargados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel: {}</source>
        <translation>Cancelar: {}</translation>
    </message>
    <message>
        <source>Checking · {}</source>
        <translation>Comprobando · {}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete {title}? {size} become free.</source>
        <translation>¿Eliminar {title}? Se liberarán {size}.</translation>
    </message>
    <message>
        <source>Delete {}</source>
        <translation>Eliminar {}</translation>
    </message>
    <message>
        <source>Delete {} for good</source>
        <translation>Eliminar {} definitivamente</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Install {}</source>
        <translation>Instalar {}</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation>Conservar {}</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Measure {}</source>
        <translation>Medir {}</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>No instalado</translation>
    </message>
    <message>
        <source>Progress of {}</source>
        <translation>Progreso de {}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Total download</source>
        <translation>Descarga total</translation>
    </message>
    <message>
        <source>Without it, summaries are the talk&apos;s own key sentences. It can be installed later, in the settings.</source>
        <translation>Sin él, los resúmenes son frases clave de la propia grabación. Se puede instalar más tarde, en los ajustes.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A folder with a Whisper model for CTranslate2 or a language model of transformers, or a .gguf file. It is opened once to see that it works; on the same disk it takes no room twice.</source>
        <translation>Una carpeta con un modelo Whisper para CTranslate2 o un modelo de lenguaje de transformers, o un archivo .gguf. Se abre una vez para ver que funciona; en el mismo disco no ocupa el doble.</translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech} and {writer}.</source>
        <translation>Una hora de vídeo tarda unos {time} con {speech} y {writer}.</translation>
    </message>
    <message>
        <source>An hour of video takes about {time} with {speech}.</source>
        <translation>Una hora de vídeo tarda unos {time} con {speech}.</translation>
    </message>
    <message>
        <source>An hour of video takes about {}</source>
        <translation>Una hora de vídeo tarda unos {}</translation>
    </message>
    <message>
        <source>Bring a model of your own</source>
        <translation>Usar un modelo propio</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importar un archivo…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importar una carpeta…</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>Measure the models to see how long an hour of video takes here.</source>
        <translation>Medir los modelos muestra cuánto tarda aquí una hora de vídeo.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models take {there}; {free} are free on the disk. Memory: {memory}.</source>
        <translation>Los modelos ocupan {there}; en el disco hay {free} libres. Memoria: {memory}.</translation>
    </message>
    <message>
        <source>Needs {} of memory: too much for this computer</source>
        <translation>Necesita {} de memoria: demasiado para este equipo</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Aún sin medir</translation>
    </message>
    <message>
        <source>Of your own</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Written summaries</source>
        <translation>Resúmenes escritos</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>voz</translation>
    </message>
    <message>
        <source>written summaries</source>
        <translation>resúmenes escritos</translation>
    </message>
</context>
<context>
    <name>MomentList</name>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
</context>
<context>
    <name>OptionsAsking</name>
    <message numerus="yes">
        <source>%n had begun already: its options stay.</source>
        <translation>
            <numerusform>%n ya había empezado: sus opciones no cambian.</numerusform>
            <numerusform>%n ya habían empezado: sus opciones no cambian.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n vídeo</numerusform>
            <numerusform>%n vídeos</numerusform>
        </translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Pista de audio</translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <source>Different; leave as it is</source>
        <translation>Diferente; dejar como está</translation>
    </message>
    <message>
        <source>Kind of talk</source>
        <translation>Tipo de grabación</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Idioma del resumen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation>El de la grabación</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Modelo de voz</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation>Resumen escrito por</translation>
    </message>
    <message>
        <source>The one that players choose</source>
        <translation>La que eligen los reproductores</translation>
    </message>
    <message>
        <source>Track {}</source>
        <translation>Pista {}</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Use this for all that is added from “{}” from now on</source>
        <translation>Usarlo para todo lo que se añada desde «{}» de ahora en adelante</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>This video cannot be played here. Its text is all there.</source>
        <translation>Este vídeo no se puede reproducir aquí. Su texto está completo.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Videos cannot be played here: {}</source>
        <translation>Aquí no se pueden reproducir vídeos: {}</translation>
    </message>
    <message>
        <source>{} is not the same as {} was.</source>
        <translation>{} no es el mismo que era {}.</translation>
    </message>
    <message>
        <source>{} is not where it was.</source>
        <translation>{} no está donde estaba.</translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Buscarlo…</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>Puntos clave</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Usarlo igualmente</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Diagnostics are a file for a report, which you send yourself or not at all: versions, settings, and how jobs ended. No word, title or file name of yours is in it.</source>
        <translation>El diagnóstico es un archivo para un informe, que solo se envía a mano o no se envía: versiones, ajustes y cómo terminaron los trabajos. No contiene ninguna palabra, título ni nombre de archivo propios.</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Job API</source>
        <translation>API de trabajos</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nada todavía.</translation>
    </message>
    <message>
        <source>Off: no other program can use the queue.</source>
        <translation>Desactivada: ningún otro programa puede usar la cola.</translation>
    </message>
    <message>
        <source>On: programs on this computer that have its token can use the queue, at {}</source>
        <translation>Activada: los programas de este equipo que tengan su token pueden usar la cola, en {}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Guardar diagnóstico…</translation>
    </message>
    <message>
        <source>Sent: nothing</source>
        <translation>Enviado: nada</translation>
    </message>
    <message>
        <source>Videos, transcripts and summaries stay on this computer. The program counts nothing, reports nothing and looks for no updates. It opens a connection for one purpose only: to fetch a model that you asked for.</source>
        <translation>Los vídeos, las transcripciones y los resúmenes se quedan en este equipo. El programa no cuenta nada, no informa de nada y no busca actualizaciones. Solo abre una conexión con un fin: descargar un modelo solicitado.</translation>
    </message>
    <message>
        <source>When something does not work</source>
        <translation>Cuando algo no funciona</translation>
    </message>
    <message>
        <source>the Python package index</source>
        <translation>índice de paquetes de Python</translation>
    </message>
    <message>
        <source>the model hub, {}</source>
        <translation>repositorio de modelos, {}</translation>
    </message>
    <message>
        <source>{model} from {source}</source>
        <translation>{model}, de {source}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Choose another port in the settings. ({})</source>
        <translation>Elegir otro puerto en los ajustes. ({})</translation>
    </message>
    <message>
        <source>The job API cannot listen at port {}.</source>
        <translation>La API de trabajos no puede escuchar en el puerto {}.</translation>
    </message>
    <message>
        <source>The job API listens at {}</source>
        <translation>La API de trabajos escucha en {}</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>A notification, and the computer sleeps</source>
        <translation>Notificar y suspender</translation>
    </message>
    <message>
        <source>A notification, if the window is not in use</source>
        <translation>Notificar si no se está usando</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Job API</source>
        <translation>API de trabajos</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Nothing happens</source>
        <translation>No ocurre nada</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nada se mueve</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Otros programas</translation>
    </message>
    <message>
        <source>Port of the job API</source>
        <translation>Puerto de la API de trabajos</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Se ejecuta en</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The graphics card (CUDA)</source>
        <translation>La tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>El procesador</translation>
    </message>
    <message>
        <source>Videos at once</source>
        <translation>Vídeos a la vez</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>Lo más rápido</translation>
    </message>
    <message>
        <source>When all is done</source>
        <translation>Cuando todo termine</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Procesamiento</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation>
            <numerusform>en pausa, %n en espera</numerusform>
            <numerusform>en pausa, %n en espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Summary or transcript</source>
        <translation>Resumen o transcripción</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Search all results</source>
        <translation>Buscar en los resultados</translation>
    </message>
    <message>
        <source>Search all results…</source>
        <translation>Buscar en los resultados…</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{}”.</source>
        <translation>Sin resultados para «{}».</translation>
    </message>
    <message numerus="yes">
        <source>The first %n found</source>
        <translation>
            <numerusform>El primero encontrado</numerusform>
            <numerusform>Los primeros %n encontrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Selected videos</source>
        <translation>Vídeos seleccionados</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
</context>
<context>
    <name>Skimming</name>
    <message>
        <source>{} of {}  ·  {} left  ·  {}</source>
        <translation>{} de {}  ·  quedan {}  ·  {}</translation>
    </message>
</context>
<context>
    <name>SleepDialog</name>
    <message>
        <source>All is done</source>
        <translation>Todo está terminado</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Suspender ahora</translation>
    </message>
    <message>
        <source>So it is chosen in the settings, under “Program”.</source>
        <translation>Así se ha elegido en los ajustes, en «Programa».</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Seguir activo</translation>
    </message>
    <message numerus="yes">
        <source>The computer sleeps in %n seconds.</source>
        <translation>
            <numerusform>El equipo se suspenderá en %n segundo.</numerusform>
            <numerusform>El equipo se suspenderá en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n hilo</numerusform>
            <numerusform>CPU, %n hilos</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine: {}</source>
        <translation>Motor: {}</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nada sale de este equipo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>tarjeta gráfica</translation>
    </message>
</context>
<context>
    <name>SummaryChoices</name>
    <message>
        <source>Kind of talk</source>
        <translation>Tipo de grabación</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Idioma del resumen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Same as the talk</source>
        <translation>El de la grabación</translation>
    </message>
    <message>
        <source>Summary written by</source>
        <translation>Resumen escrito por</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Position in the recording</source>
        <translation>Posición en la grabación</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Detect it</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Nombres y términos</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Modelo de voz</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Separados por comas</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Choose videos…</source>
        <translation>Elegir vídeos…</translation>
    </message>
    <message>
        <source>Drop videos here</source>
        <translation>Soltar vídeos aquí</translation>
    </message>
    <message>
        <source>Files, folders, many at once: recordings of talks, lessons, meetings, interviews.
Each becomes a summary whose every sentence leads back to the moment it came from.</source>
        <translation>Archivos, carpetas, muchos a la vez: grabaciones de charlas, clases, reuniones, entrevistas.
Cada una se convierte en un resumen en el que cada frase lleva al momento del que procede.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar el ejemplo</translation>
    </message>
</context>
<context>
    <name>WriterChoice</name>
    <message>
        <source>A language model of your own.</source>
        <translation>Un modelo de lenguaje propio.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Automatic (best installed)</source>
        <translation>Automático (el mejor)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a language model</source>
        <translation>Elegir un modelo de lenguaje</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>Key sentences only</source>
        <translation>Solo frases clave</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Modelos de lenguaje</translation>
    </message>
    <message>
        <source>No language model is installed: summaries are the talk&apos;s own key sentences.</source>
        <translation>No hay ningún modelo de lenguaje instalado: los resúmenes son frases clave de la propia grabación.</translation>
    </message>
    <message>
        <source>Nothing is written: the talk&apos;s own key sentences are shown.</source>
        <translation>No se escribe nada: se muestran frases clave de la propia grabación.</translation>
    </message>
    <message>
        <source>The best of the installed language models that fits the memory.</source>
        <translation>El mejor de los modelos de lenguaje instalados que quepa en la memoria.</translation>
    </message>
    <message>
        <source>This language model is not installed.</source>
        <translation>Este modelo de lenguaje no está instalado.</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to summarise</source>
        <translation>Soltar para resumir</translation>
    </message>
</context>
</TS>

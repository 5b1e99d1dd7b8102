BEGIN TRANSACTION;
CREATE TABLE jobs (
            id TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL,
            status TEXT NOT NULL,
            state TEXT NOT NULL  -- JobState
        );
INSERT INTO "jobs" VALUES('0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',1,'finished','{"job":{"id":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","path":"/videos/minerals.mp4","options":{"speech_model":"base","language":"auto","audio_track":null,"device":"auto","threads":0},"created_at":"2026-11-03T12:00:00Z"},"status":"finished","overall":100.0,"progress":null,"media":{"duration_s":1391.0,"tracks":[{"index":0,"codec":"aac","channels":2,"sample_rate":48000,"language":"en","title":"","is_default":true}],"has_video":true,"title":""},"thumbnail":"/cache/0a.jpg","language":"en","title":"Minerals of the deep sea","failure":null,"started_at":"2026-11-03T12:00:00Z","ended_at":"2026-11-03T12:00:00Z"}');
INSERT INTO "jobs" VALUES('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b',2,'queued','{"job":{"id":"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b","path":"/videos/caf\u00e9 \udcff.mp4","options":{"speech_model":"base","language":"auto","audio_track":null,"device":"auto","threads":0},"created_at":"2026-11-03T12:00:00Z"},"status":"queued","overall":0.0,"progress":null,"media":null,"thumbnail":null,"language":"","title":"","failure":null,"started_at":null,"ended_at":null}');
INSERT INTO "jobs" VALUES('0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c',3,'failed','{"job":{"id":"0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c","path":"/videos/broken.avi","options":{"speech_model":"base","language":"auto","audio_track":null,"device":"auto","threads":0},"created_at":"2026-11-03T12:00:00Z"},"status":"failed","overall":0.0,"progress":null,"media":null,"thumbnail":null,"language":"","title":"","failure":{"code":"engine_crashed","values":{"name":"broken.avi","reason":"signal 11"},"detail":"the log"},"started_at":"2026-11-03T12:00:00Z","ended_at":"2026-11-03T12:00:00Z"}');
CREATE TABLE results (
            number INTEGER NOT NULL PRIMARY KEY,
            job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
            kept INTEGER NOT NULL DEFAULT 0,
            duration_s REAL NOT NULL,
            summary TEXT NOT NULL  -- Summary
        );
INSERT INTO "results" VALUES(1,'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',1,1390.0,'{"title":"Minerals of the deep sea","paragraphs":[[{"text":"Nodules grow slowly.","evidence":[{"start":0.0,"end":2.0,"segments":[0,1]}]}]],"key_points":[{"text":"Slowly.","evidence":{"start":0.0,"end":2.0,"segments":[0,1]}}],"language":"en","duration_s":1390.0,"speech_model":"base","writer":"key sentences","sentences_read":2,"chapters":[],"notices":[]}');
CREATE TABLE segments (
            job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            segment TEXT NOT NULL,  -- Segment
            PRIMARY KEY (job_id, number)
        );
INSERT INTO "segments" VALUES('0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',0,'{"start":0.0,"end":1.0,"text":"Nodules grow","words":[{"start":0.0,"end":0.5,"text":"Nodules"}]}');
INSERT INTO "segments" VALUES('0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',1,'{"start":1.0,"end":2.0,"text":"very slowly.","words":[{"start":1.0,"end":1.5,"text":"very"}]}');
CREATE INDEX jobs_in_order ON jobs (position);
COMMIT;
PRAGMA user_version = 1;

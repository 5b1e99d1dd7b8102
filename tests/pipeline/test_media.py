"""What a look at a file tells, and each way in which it can be refused."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import av
import pytest
from av.stream import Disposition
from clips import KEY, KEY_ID, audio, cut, exchange, silence, tone, write_clip

from svs_desktop.pipeline.audio import extract_audio
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.media import choose_track, probe, save_picture
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo

ENCRYPTION = {
    "encryption_scheme": "cenc-aes-ctr",
    "encryption_key": KEY,
    "encryption_kid": KEY_ID,
}


@contextmanager
def refused(code: ErrorCode) -> Iterator[None]:
    with pytest.raises(PipelineError) as caught:
        yield
    assert caught.value.failure.code is code
    assert "{" not in caught.value.failure.sentence
    assert "?" not in caught.value.failure.sentence


# a look at a file


def test_a_video_with_sound(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(3)), video_s=4, title=" The sea ")
    info = probe(path)
    assert info.duration_s == pytest.approx(4, abs=0.1)
    assert info.has_video
    assert info.title == "The sea"
    assert info.tracks == (AudioTrack(0, "aac", 1, 16_000, is_default=True),)


def test_a_video_without_sound(tmp_path: Path) -> None:
    info = probe(write_clip(tmp_path / "a.mp4", video_s=2))
    assert info.has_video
    assert info.tracks == ()


def test_sound_without_a_video(tmp_path: Path) -> None:
    assert not probe(write_clip(tmp_path / "a.flac", audio(tone(1), codec="flac"))).has_video


def test_a_cover_image_is_no_video(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp3", audio(tone(1), codec="libmp3lame"), cover=True)
    info = probe(path)
    assert not info.has_video
    assert len(info.tracks) == 1


def test_tracks_with_their_languages(tmp_path: Path) -> None:
    path = write_clip(
        tmp_path / "a.mkv",
        audio(tone(1), language="eng", title="Original"),
        audio(tone(1), language="deu", disposition=Disposition.default),
        audio(tone(1), language="und"),
        video_s=1,
    )
    tracks = probe(path).tracks
    assert [t.index for t in tracks] == [0, 1, 2]
    assert [t.language for t in tracks] == ["eng", "deu", ""]
    assert [t.title for t in tracks] == ["Original", "", ""]
    assert [t.is_default for t in tracks] == [False, True, False]


@pytest.mark.parametrize(
    ("name", "codec"), [("a.avi", "aac"), ("a.wav", "pcm_s16le"), ("a.mkv", "libopus")]
)
def test_codecs_known_by_number_or_by_name(tmp_path: Path, name: str, codec: str) -> None:
    assert len(probe(write_clip(tmp_path / name, audio(tone(1), codec=codec))).tracks) == 1


def test_a_codec_that_cannot_be_decoded(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.wav", audio(tone(1), codec="pcm_s16le"))
    exchange(path, b"fmt \x10\0\0\0\x01\0", b"fmt \x10\0\0\0\x34\x12")
    info = probe(path)
    assert [t.codec for t in info.tracks] == [""]
    with refused(ErrorCode.AUDIO_UNDECODABLE):
        list(extract_audio(path, 0, tmp_path / "audio.pcm"))


NAMES = {
    "chinese": "深海的矿物.mp4",
    "emoji": "🌊 sea 🐟.mp4",
    "quotes": 'it\'s "so" `easy`.mp4',
    "newline": "two\nlines.mp4",
    "long": "a" * 200 + ".mp4",
    "undecodable": os.fsdecode(b"caf\xff\xe9.mp4"),
    "percent": "100%d {name} %s.mp4",
    "protocol": "talk:part 1.mp4",
    "option": "-i.mp4",
    "no suffix": "talk",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("absolute", [True, False])
def test_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, absolute: bool
) -> None:
    plain = write_clip(tmp_path / "plain.mp4", audio(tone(1)), video_s=1)
    plain.rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name if absolute else Path(name)
    assert probe(path).duration_s == pytest.approx(1, abs=0.1)
    assert save_picture(path, tmp_path / "picture.jpg")
    *_, extracted = extract_audio(path, 0, tmp_path / "audio.pcm")
    assert extracted.duration_s == pytest.approx(1, abs=0.1)


# files that are refused


def missing(folder: Path) -> Path:
    return folder / "missing.mp4"


def below_a_file(folder: Path) -> Path:
    (folder / "file").write_text("x")
    return folder / "file" / "a.mp4"


def empty(folder: Path) -> Path:
    (folder / "a.mp4").touch()
    return folder / "a.mp4"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.mp4")
    return folder / "a.mp4"


def text(folder: Path) -> Path:
    (folder / "a.mp4").write_text("Not a video, but words.\n" * 40)
    return folder / "a.mp4"


def zeros(folder: Path) -> Path:
    (folder / "a.mp4").write_bytes(bytes(100_000))
    return folder / "a.mp4"


def without_its_end(folder: Path) -> Path:
    return cut(write_clip(folder / "a.mp4", audio(tone(2)), video_s=2), 0.6)


def encrypted(folder: Path) -> Path:
    return write_clip(folder / "a.mp4", audio(tone(2)), options=ENCRYPTION)


def encrypted_video(folder: Path) -> Path:
    return write_clip(folder / "a.mp4", audio(tone(2)), video_s=2, options=ENCRYPTION)


def from_a_shop(folder: Path) -> Path:
    return exchange(write_clip(folder / "a.m4a.mp4", audio(tone(1))), b"mp4a", b"drms")


def an_audio_book(folder: Path) -> Path:
    return exchange(write_clip(folder / "a.mp4", audio(tone(1))), b"mp4a", b"aavd")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (missing, ErrorCode.FILE_NOT_FOUND),
        (below_a_file, ErrorCode.FILE_UNREADABLE),
        (lambda folder: folder, ErrorCode.FILE_UNREADABLE),
        (lambda folder: folder / ("x" * 300), ErrorCode.FILE_UNREADABLE),
        (empty, ErrorCode.FILE_EMPTY),
        (pipe, ErrorCode.FILE_EMPTY),
        (text, ErrorCode.NOT_MEDIA),
        (zeros, ErrorCode.NOT_MEDIA),
        (without_its_end, ErrorCode.NOT_MEDIA),
        (encrypted, ErrorCode.ENCRYPTED),
        (encrypted_video, ErrorCode.ENCRYPTED),
        (from_a_shop, ErrorCode.ENCRYPTED),
        (an_audio_book, ErrorCode.ENCRYPTED),
    ],
)
def test_refused(tmp_path: Path, make: Callable[[Path], Path], code: ErrorCode) -> None:
    path = make(tmp_path)
    with refused(code):
        probe(path)


def test_a_forbidden_file(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    path.chmod(0)
    privileged = os.geteuid() == 0
    if privileged:
        os.seteuid(65534)
    try:
        with refused(ErrorCode.FILE_UNREADABLE):
            probe(path)
    finally:
        if privileged:
            os.seteuid(0)


PLAYLIST = """\
#EXTM3U
#EXT-X-TARGETDURATION:3
#EXTINF:3,
{address}/a.ts
#EXT-X-ENDLIST
"""
MANIFEST = """\
<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT3S">
<Period><AdaptationSet mimeType="audio/mp4"><Representation id="1" bandwidth="1">
<BaseURL>{address}/a.mp4</BaseURL>
</Representation></AdaptationSet></Period>
</MPD>
"""
SESSION = """\
v=0
o=- 0 0 IN IP4 127.0.0.1
s=x
c=IN IP4 127.0.0.1
t=0 0
m=audio {port} TCP/RTP/AVP 0
"""


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.m3u8", PLAYLIST),
        ("video.mp4", PLAYLIST),
        ("list.ffconcat", "ffconcat version 1.0\nfile {address}/a.mp4\n"),
        ("list.mpd", MANIFEST),
        ("stream.sdp", SESSION),
    ],
    ids=["playlist", "playlist in disguise", "list", "manifest", "session"],
)
def test_no_address_is_opened(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    with listening() as (port, connections):
        path.write_text(content.format(address=f"http://127.0.0.1:{port}", port=port))
        with refused(ErrorCode.NOT_MEDIA):
            probe(path)
    assert connections == []


@contextmanager
def listening() -> Iterator[tuple[int, list[object]]]:
    """A server that hangs up on everyone; gives its port and who called."""
    connections: list[object] = []

    def hang_up() -> None:
        with suppress(OSError):
            while True:
                connection, caller = server.accept()
                connections.append(caller)
                connection.close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=hang_up)
        thread.start()
        try:
            yield server.getsockname()[1], connections
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


# the choice of a track


def some_tracks(*marks: str) -> MediaInfo:
    """Tracks of a codec (or none) and with a mark of the default (or none), as "aac*"."""
    return MediaInfo(
        10.0,
        tuple(
            AudioTrack(i, mark.rstrip("*"), 2, 48_000, is_default=mark.endswith("*"))
            for i, mark in enumerate(marks)
        ),
    )


@pytest.mark.parametrize(
    ("marks", "wanted", "chosen"),
    [
        (["aac"], None, 0),
        (["aac", "aac*"], None, 1),
        (["aac*", "aac*"], None, 0),
        (["aac", "aac"], None, 0),
        (["aac*", "aac"], 1, 1),
        (["*", "aac"], None, 1),
        (["", "*"], None, 1),
        (["*", "aac"], 0, 0),
    ],
)
def test_choice_of_a_track(marks: list[str], wanted: int | None, chosen: int) -> None:
    assert choose_track(Path("a.mp4"), some_tracks(*marks), wanted) == chosen


@pytest.mark.parametrize(
    ("languages", "wanted", "chosen"),
    [
        (["eng", "ger"], "de", 1),
        (["eng", "deu-AT", "de"], "de", 1),
        (["eng", "ger"], "auto", 0),
        (["", "fre"], "de", 0),
        (["", "", "fra"], "fr", 2),
    ],
)
def test_a_track_in_the_language_of_the_job(languages: list[str], wanted: str, chosen: int) -> None:
    """The one that is marked as the default, here the first, is for who does not say."""
    tracks = (
        AudioTrack(i, "aac", 2, 48_000, language, is_default=i == 0)
        for i, language in enumerate(languages)
    )
    assert choose_track(Path("a.mp4"), MediaInfo(10.0, tuple(tracks)), None, wanted) == chosen


def test_no_track_to_choose() -> None:
    with refused(ErrorCode.NO_AUDIO):
        choose_track(Path("a.mp4"), some_tracks(), None)


@pytest.mark.parametrize("wanted", [-1, 2])
def test_no_such_track(wanted: int) -> None:
    with refused(ErrorCode.NO_SUCH_TRACK):
        choose_track(Path("a.mp4"), some_tracks("aac", "aac"), wanted)


# the picture


def decoded(jpeg: Path) -> av.VideoFrame:
    with av.open(str(jpeg)) as container:
        return next(container.decode(video=0))


def test_the_picture_is_a_jpeg_from_the_first_tenth(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(20)), video_s=20)
    target = tmp_path / "picture.jpg"
    assert save_picture(path, target)
    picture = decoded(target)
    assert (picture.width, picture.height) == (384, 288)
    # The video begins at a luma of 40 and grows by 18 in each tenth; in a JPEG white is 255.
    level = int(picture.to_ndarray(format="gray").mean())
    assert level == pytest.approx((58 - 16) * 255 / 219, abs=6)
    assert not target.with_suffix(".part").exists()


def test_the_cover_is_the_picture_of_a_recording(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp3", audio(tone(1), codec="libmp3lame"), cover=True)
    assert save_picture(path, tmp_path / "picture.jpg")
    assert decoded(tmp_path / "picture.jpg").width == 384


def test_a_damaged_video_still_gives_what_there_is(tmp_path: Path) -> None:
    fast = {"movflags": "faststart"}
    path = write_clip(tmp_path / "a.mp4", audio(silence(9)), video_s=9, options=fast)
    assert save_picture(cut(path, 0.5), tmp_path / "picture.jpg")


def test_no_picture(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    assert not save_picture(path, tmp_path / "picture.jpg")
    assert not (tmp_path / "picture.jpg").exists()


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)), video_s=1)
    (tmp_path / "picture.part").symlink_to("/dev/full")
    assert not save_picture(path, tmp_path / "picture.jpg")
    assert not (tmp_path / "picture.jpg").exists()

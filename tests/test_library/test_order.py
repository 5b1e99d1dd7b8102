from __future__ import annotations

import random

from svs_desktop.library.order import moved

from .conftest import a_job


def test_those_that_move_keep_their_order():
    ids = list("abcdef")
    assert moved(ids, {"e", "b"}, "a") == list("beacdf")
    assert moved(ids, {"a", "f"}, "d") == list("bcafde")
    assert moved(ids, {"a", "c"}, None) == list("bdefac")
    assert moved(ids, {"a"}, "gone") == list("bcdefa")
    assert moved(ids, set(), "a") == ids


def test_the_order_is_stored_among_jobs_of_the_past_and_those_to_come(library, reopened):
    jobs = [a_job(f"{n}.mp4") for n in range(8)]
    ids = [job.id for job in jobs]
    library.add(jobs)
    library.delete([ids.pop(3)])
    chance = random.Random(4)
    for _ in range(20):
        moving = chance.sample(ids, chance.randrange(1, 4))
        before = chance.choice([*(i for i in ids if i not in moving), None])
        library.move(moving, before)
        ids = moved(ids, moving, before)
    library.add([later := a_job("later.mp4")])
    assert [state.job.id for state in reopened().queue().result()] == [*ids, later.id]

"""What a screen reader sees and hears of a program, over AT-SPI.

Runs in the system's Python, which has the bindings: starts the program that its arguments name,
and answers on standard output, a line of JSON each. Standard input has the orders, a line each:
``tree``, or ``press NAME``. Everything that is announced in between is told as it comes.
"""

import json
import subprocess
import sys
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only once the version is chosen

HEARD = (
    "object:announcement",
    "object:property-change:accessible-value",
    "object:state-changed:focused",
)
# A list of thousands is not read whole.
MOST_CHILDREN = 100


def tell(**said):
    print(json.dumps(said), flush=True)  # noqa: T201 - it speaks on standard output


def on_event(event):
    with suppress(GLib.Error):  # what spoke may be gone by now
        tell_event(event)


def tell_event(event):
    tell(
        heard=event.type,
        text=event.any_data if isinstance(event.any_data, str) else "",
        on=bool(event.detail1),
        role=event.source.get_role_name(),
        name=event.source.get_name(),
    )


def children(node):
    count = min(node.get_child_count(), MOST_CHILDREN)
    return [child for n in range(count) if (child := node.get_child_at_index(n))]


def each(node, do):
    """What ``do`` makes of the children, but for those that go meanwhile."""
    made = []
    for child in children(node):
        with suppress(GLib.Error):
            made.append(do(child))
    return made


def labels(node):
    """What the labels say that belong to a control."""
    kind = Atspi.RelationType.LABELLED_BY
    found = [link for link in node.get_relation_set() if link.get_relation_type() == kind]
    return [link.get_target(n).get_name() for link in found for n in range(link.get_n_targets())]


def look(node):
    """All that is known of a node and of what is in it."""
    text, value = node.get_text_iface(), node.get_value_iface()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "states": [state.value_nick for state in node.get_state_set().get_states()],
        "labels": labels(node),
        "text": Atspi.Text.get_text(text, 0, -1) if text else "",
        "value": Atspi.Value.get_current_value(value) if value else None,
        "children": each(node, look),
    }


def programs():
    found = children(Atspi.get_desktop(0))
    return [node for node in found if node.get_process_id() == child.pid]


def shown(node, name):
    """The controls of this name that are on the screen."""
    here = node.get_state_set().contains(Atspi.StateType.SHOWING) and node.get_name() == name
    found = [node] if here and node.get_action_iface() else []
    return sum(each(node, lambda inner: shown(inner, name)), found)


def press(name):
    for program in programs():
        for control in shown(program, name)[:1]:
            Atspi.Action.do_action(control.get_action_iface(), 0)
            return True
    return False


def on_order(*_):
    order, _, name = sys.stdin.readline().strip().partition(" ")
    try:
        if order == "tree":
            tell(tree=[look(program) for program in programs()])
        elif order == "press":
            tell(pressed=press(name))
    except GLib.Error as error:
        tell(tree=[], pressed=False, error=str(error))
    if not order:
        loop.quit()
    return bool(order)


listener = Atspi.EventListener.new(on_event)
for kind in HEARD:
    listener.register(kind)
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
tell(pid=child.pid)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, on_order)
loop.run()
child.terminate()
child.wait()

"""Every screen once in the other languages, and in dark."""

from pos_app.tour import manager_steps as manager
from pos_app.tour.scenario import Face
from pos_app.tour.stage import Stage


def play_faces(stage: Stage) -> None:
    """Play a short shift in each of the other faces."""
    for face in stage.scenario.faces:
        if face != stage.face:
            put_on(stage, face)


def put_on(stage: Stage, face: Face) -> None:
    """Switch language and theme where a person does."""
    window = stage.window
    window.touch(f"sign_in.lang.{face.language}")
    if face.theme != stage.face.theme:
        window.touch("sign_in.theme")
    stage.face = face
    manager.expect_drawer(stage, [stage.scenario.face_sale], short=0)

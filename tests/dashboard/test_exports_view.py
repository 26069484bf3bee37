"""Ekspor: the file that waits is the one that was asked for, with the lock that was chosen."""

from tests.dashboard.test_views import run


def test_a_file_without_a_lock_is_not_offered_as_if_it_had_the_lock_chosen_since(
    filled_url: str,
) -> None:
    app = run(filled_url, "exports")
    app.selectbox(key="ekspor-dataset").set_value("unit").run()
    next(one for one in app.button if one.label == "Siapkan berkas").click().run()
    assert len(app.success) == 1
    app.session_state["ekspor-kunci"] = "sandi"
    app.run()
    assert not app.exception
    assert len(app.success) == 0
    app.session_state["ekspor-kunci"] = "tanpa"
    app.run()
    assert len(app.success) == 1

"""Files are written whole or not at all."""

import errno

import pytest

from docgen.atomic import new_file
from docgen.errors import DocgenError


def test_a_file_appears_when_its_block_ends_well(tmp_path):
    target = tmp_path / "báo cáo.txt"
    with new_file(target) as temporary:
        temporary.write_text("xong", encoding="utf-8")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "xong"
    assert [path.name for path in tmp_path.iterdir()] == ["báo cáo.txt"]


def fail(target, error):
    with new_file(target) as temporary:
        temporary.write_text("dở dang", encoding="utf-8")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("x")])
def test_a_failed_block_leaves_nothing(tmp_path, error):
    with pytest.raises(type(error)):
        fail(tmp_path / "a.txt", error)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(DocgenError) as caught:
        fail(tmp_path / "a.txt", OSError(errno.ENOSPC, "No space left on device"))
    assert caught.value.code == "E403"
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(DocgenError) as caught, new_file(tmp_path / ("a" * 300)) as temporary:
        temporary.write_text("x", encoding="utf-8")
    assert caught.value.code == "E404"
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_survives_a_failed_overwrite(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("cũ", encoding="utf-8")
    with new_file(target, force=True) as temporary:
        temporary.write_text("mới", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "mới"
    with pytest.raises(ValueError, match="x"), new_file(target, force=True):
        raise ValueError("x")
    assert target.read_text(encoding="utf-8") == "mới"

"""Prints how long a whole dossier takes: 6 collectives and 30 persons, one cold command, beside a bare python -c.

    python tests/bench/dossier_speed.py

The command is to end within 3 s after its start.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_commendation_dossier import SHARED, listed


def timed(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    teams = [(n, f"Phòng Thi hành án dân sự khu vực {n}", "Giấy khen", 9) for n in range(1, 7)]
    people = [(n, f"Nguyễn Văn {n}", "Nam", "Chấp hành viên", "Giấy khen", 8) for n in range(1, 31)]
    with tempfile.TemporaryDirectory() as place:
        data = str(listed(Path(place) / "ho_so.xlsx", SHARED, teams, people))
        python = [timed(sys.executable, "-c", "pass") for _ in range(3)]
        whole = [
            timed(sys.executable, "-m", "docgen.cli", "dossier", data, "-o", str(Path(place) / str(run)))
            for run in range(3)
        ]
        count = len(list((Path(place) / "0").rglob("*.docx")))
    print(f"{count} documents: {min(whole):.2f} s; python alone {min(python):.2f} s")


if __name__ == "__main__":
    main()

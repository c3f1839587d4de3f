"""The parts of a job description, as values."""

from dataclasses import dataclass

from resolvers.core.arguments import line, lines

MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the position and the criterion by which it is done."""

    work: str
    criterion: str = ""
    no: str = ""
    area: str = ""

    def row(self) -> dict[str, str]:
        """The columns of its row; raises TextNotAcceptable."""
        return {
            "no": line(self.no, "no", least=0, most=20),
            "area": lines(self.area, "area"),
            "work": lines(self.work, "work", least=1),
            "criterion": lines(self.criterion, "criterion"),
        }


@dataclass(frozen=True, slots=True)
class Requirement:
    """What education, certificate or experience the position asks for."""

    kind: str
    requirement: str

    def row(self) -> dict[str, str]:
        """The columns of its row; raises TextNotAcceptable."""
        return {
            "kind": line(self.kind, "kind"),
            "requirement": lines(self.requirement, "requirement", least=1),
        }


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence of the frame and the level asked for."""

    group: str
    name: str
    level: str = ""

    def row(self) -> dict[str, str]:
        """The columns of its row; raises TextNotAcceptable."""
        return {
            "competence_group": line(self.group, "group"),
            "name": line(self.name, "name", most=1000),
            "level": line(self.level, "level", least=0, most=100),
        }

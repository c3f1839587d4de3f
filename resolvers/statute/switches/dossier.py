"""The open question of a person's dossier: for how long another agency may read it."""

from resolvers.statute.switches.kinds import Switch, Whole

DOSSIER_DAYS = Switch(
    name="dossier_days",
    asks="For how many days at most is a dossier open to another agency?",
    asks_vi="Hồ sơ được mở cho cơ quan khác đọc tối đa bao nhiêu ngày?",
    allowed=Whole(1, 90),
    default=30,
    basis="Decree 335/2025/NĐ-CP, art. 23",
    why="The article sets no time; a month is enough to prepare a decision.",
)

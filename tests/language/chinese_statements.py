"""Whole statements in the wording of Chinese papers and textbooks, of the usual kinds; all are read, drawn and proved or answered."""

STATEMENTS: dict[str, str] = {
    "orthocenter": "在△ABC中，AD、BE是高，AD与BE交于点H。求证：CH⊥AB。",
    "incenter": "如图，⊙O是△ABC的外接圆，∠BAC的平分线交BC于D，交⊙O于E，求证：EB=EI，其中I是△ABC的内心。",
    "crossed chords": "在⊙O中，弦AB与弦CD相交于点P。求证：PA·PB=PC·PD。",
    "midline": "设M为BC的中点，过M作AB的平行线交AC于N。求证：N是AC的中点。",
    "medial triangle": "设D、E、F分别为△ABC的边BC、CA、AB的中点，O为△ABC的外心。求证：O是△DEF的垂心。",
    "semicircle": "以AB为直径的圆交AC于D，交BC于E，AE与BD交于H。求证：CH⊥AB。",
    "doubling": "延长AB至D，使BD=AB，延长AC至E，使CE=AC。求证：DE∥BC。",
    "central angle": "在△ABC中，∠A=60°，O是外心，求∠BOC的度数。",
    "pedal line": "从P向△ABC的三边BC、CA、AB作垂线，垂足分别为D、E、F，P在△ABC的外接圆上。求证：D、E、F三点共线。",
    "mirror of a foot": "过点A作AD⊥BC，垂足为D，E、F分别是AB、AC的中点。求证：EF垂直平分AD。",
    "tangents": "过⊙O外一点P作⊙O的两条切线PA、PB，切点分别为A、B，OP交AB于M。求证：M是AB的中点。",
    "two circles": "⊙O1与⊙O2交于A、B两点，过A的直线交⊙O1于C，交⊙O2于D，求证：∠CBD=∠O1AO2。",
    "incircle": "△ABC的内切圆⊙I分别与BC、CA、AB相切于D、E、F。求证：AI垂直平分EF。",
    "isosceles": "已知等腰三角形ABC中，AB＝AC，Ｄ是BC的中点，求证：AD平分∠BAC．",
    "squares": "已知△ABC，分别以AB、AC为边向外作正方形ABDE和ACFG，求证：BG＝CE。",
    "tangent and chord": "AB是⊙O的直径，C是⊙O上一点，过C作⊙O的切线交AB的延长线于P，求证：∠PCB=∠CAB。",
    "mirrored orthocenter": "在锐角△ABC中，H是垂心，D是H关于BC的对称点。求证：A、B、C、D四点共圆。",
    "latex": r"设 $\triangle ABC$ 的外心为 $O$，垂心为 $H$，$M$ 是 $BC$ 的中点。证明：$AH = 2 OM$。",
    "circles that touch": "⊙O1与⊙O2外切于点T，过T的直线分别交⊙O1、⊙O2于A、B，求证：O1A∥O2B。",
    "antipode": "AD为⊙O的直径，B、C在⊙O上，H为△ABC的垂心，求证：HD平分BC。",
    "right triangle": "在Rt△ABC中，∠C=90°，CD是斜边AB上的高，求证：CD²=AD·DB。",
    "tangent and bisector": "设△ABC的外接圆为Γ，过A作Γ的切线交BC于T，∠BAC的平分线交BC于D。求证：TA=TD。",
    "altitudes": "已知AD、BE、CF是△ABC的三条高，求证：AD、BE、CF三线共点。",
    "three circles": (
        "点D、E、F分别在△ABC的边BC、CA、AB上，△AEF的外接圆与△BDF的外接圆交于F、M，求证：C、D、M、E四点共圆。"
    ),
    "perpendicular diagonals": "凸四边形ABCD的对角线互相垂直且交于O，P、Q、R、S分别是AB、BC、CD、DA的中点，求证：P、Q、R、S四点共圆。",
    "parallelogram": "点O为△ABC的外心，AO的延长线交△ABC的外接圆于D，BH⊥AC，CH⊥AB，求证：四边形BHCD为平行四边形。",
    "power": "过圆O外一点P作圆O的切线PA，切点为A，过P作直线交圆O于B、C两点，求证：PA²=PB·PC。",
    "isosceles trapezoid": "等腰梯形ABCD中，AD∥BC，对角线AC与BD交于O，求证：OA=OD。",
}  # fmt: skip

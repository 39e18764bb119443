"""Whole statements in the wording of Chinese papers and textbooks, of the usual kinds."""

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

#: As contest papers print them; none is in problems/. All are proved or answered at once, without auxiliary points.
CONTEST: dict[str, str] = {
    "isogonal points": "如图，在锐角三角形ABC中，AB＞AC，M、N是BC边上不同的两点，且∠BAM＝∠CAN。设△ABC和△AMN的外心分别为O₁、O₂，求证：O₁、O₂、A三点共线。",
    "thirds of a chord": "如图，AB是圆ω的弦，P为弧AB上一点，点E、F在线段AB上，且AE=EF=FB。连接PE、PF并延长，分别与圆ω交于点C、D。求证：EF·CD=AC·BD。",
    "three circles": (
        "在△ABC中，AB=AC，I为内心。以A为圆心、AB为半径作圆Γ₁，以I为圆心、IB为半径作圆Γ₂，过点B、I的圆Γ₃与Γ₁、Γ₂分别交于点P、Q"
        "（不同于点B）。设直线IP与BQ交于点R，证明：BR⊥CR。"
    ),
    "two bisectors": "PA、PB是⊙O的切线，点C在劣弧AB上（不含点A、B）。过C作PC的垂线l，l与∠AOC的平分线交于点D，与∠BOC的平分线交于点E。求证：CD=CE。",
    "diameter": (
        "已知AB为⊙O的直径，C、D是⊙O上异于A、B且在直线AB同侧的两点，过C、D分别作⊙O的切线，两切线交于点E，线段AD与BC交于点F，直线EF与AB交于点M。"
        "求证：E、C、M、D四点共圆。"
    ),
    "perpendicular to a median": "设锐角△ABC的三条高为AD、BE、CF，H为垂心，M是BC的中点，直线EF与BC的延长线交于点G。求证：GH⊥AM。",
    "common tangent": "⊙O₁与⊙O₂外切于点T，两圆的一条外公切线分别切⊙O₁、⊙O₂于A、B两点，求证：∠ATB=90°。",
    "angles of opposite sides": "圆内接四边形ABCD的边AB、DC的延长线交于点E，AD、BC的延长线交于点F，∠E的平分线与∠F的平分线交于点P。证明：EP⊥FP。",
    "rays": r"在凸四边形 $ABCD$ 中，$\angle BAC=\angle CAD$，$\angle ABC=\angle ACD$，射线 $AD$ 与 $BC$ 交于点 $E$，射线 $AB$ 与 $DC$ 交于点 $F$。证明：$AB\cdot DE=BC\cdot CE$。",
    "circle about a vertex": (
        "在Rt△ABC中，∠C=90°，以B为圆心、BC为半径作圆，点D在边AC上，直线DE切⊙B于点E，过C且垂直于AB的直线与直线BE交于点F，AF与DE交于点G，"
        "过A作BG的平行线交直线DE于H。求证：GE=GH。"
    ),
    "feet and midpoints": "⊙O是△ABC的外接圆，D是弧BC（不含A）上一点，作DE⊥BC于E，DF⊥AC于F，G、H分别是EF、AB的中点，求证：DG⊥GH。",
    "five points": "在锐角△ABC中，∠A=60°，H、I、O分别为△ABC的垂心、内心和外心。求证：B、H、I、O、C五点共圆。",
    "external bisector": "如图，在△ABC中，AB>AC，∠A的外角平分线交△ABC的外接圆于点E，过E作EF⊥AB，垂足为F。求证：2AF=AB-AC。",
    "incircle chord": "已知△ABC的内切圆⊙I分别切AB、AC于点D、E，直线BI、CI分别交直线DE于F、G，求证：B、C、F、G四点共圆。",
    "midpoint of a foot": "在等腰△ABC中，AB=AC，D为底边BC的中点，E是D在AC上的射影，F是DE的中点，求证：AF⊥BE。",
    "symmedian": "△ABC的外接圆在B、C处的切线交于点P，AP交BC于点D。求证：BD/DC=AB²/AC²。",
    "midpoints of arcs": "设I是△ABC的内心，∠A、∠B、∠C的平分线分别与△ABC的外接圆交于另一点D、E、F，求证：AD⊥EF。",
    "three tangents": "设AB为⊙O的直径，过A、B作⊙O的切线l₁、l₂，C为⊙O上异于A、B的任意一点，过C的切线分别交l₁、l₂于D、E，AE与BD交于F，求证：CF⊥AB。",
    "chord and tangents": "已知AB为⊙O的弦，过A、B分别作⊙O的切线，两切线交于点C，D为劣弧AB上一点，D在AB、BC、CA上的射影分别为E、F、G，求证：DE²=DF·DG。",
    "crossed chords": "圆的两条弦AB、CD互相垂直，且交于点P，M为AC的中点，求证：PM⊥BD。",
    "parallel to a bisector": "在△ABC中，AB<AC，M为BC的中点，AD是∠BAC的平分线，D在BC上，过M作AD的平行线，分别交AC、BA的延长线于E、F。求证：BF=CE。",
    "distances of centers": "设I、O分别为△ABC的内心和外心，∠B=60°，∠A<∠C，∠A的外角平分线交△ABC的外接圆于E，求证：IO=AE。",
    "projections": "△ABC中，AB≠AC，AD是角平分线，BE⊥AD于E，CF⊥AD于F，M是BC的中点，求证：ME=MF。",
    "golden triangle": "在△ABC中，AB=AC，点D在边AC上，且BD=BC=AD，求∠A的度数。",
}  # fmt: skip

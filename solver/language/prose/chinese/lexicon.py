"""The Chinese words of geometry, in tables: what each means in the tables of meanings that English uses as well.

A row of nouns is the meaning, then the words for it. The longest word that fits is taken, so that 平行四边形 is never
read as 平行 and 四边形. Traditional forms are read as the simplified ones.
"""

from __future__ import annotations

#: head, or head:adjective | words
_NOUNS = """
point | 点
midpoint | 中点
center | 圆心 中心 对称中心
circumcenter | 外心 外接圆圆心
incenter | 内心 内切圆圆心
orthocenter | 垂心
centroid | 重心
excenter | 旁心
ninepoint_center | 九点圆圆心 九点圆心 九点中心
foot | 垂足
projection | 射影 投影 正射影
reflection | 对称点 镜像点 镜像 反射点 对称直线 对称线
intersection | 交点 公共点
touchpoint | 切点
antipode | 对径点
vertex | 顶点
right_vertex | 直角顶点
plane | 平面 所在平面 所在的平面
isogonal_conjugate | 等角共轭点
isotomic_conjugate | 等截共轭点
inverse | 反演点
pole | 极点
gergonne | 热尔岗点 葛尔刚点
nagel | 奈格尔点 纳格尔点
feuerbach | 费尔巴哈点 费尔巴赫点
lemoine | 类似重心 莱莫恩点 勒穆瓦纳点
miquel | 密克点 密克尔点
radical_center | 根心
similitude_center:external | 外位似中心 外相似中心
similitude_center:internal | 内位似中心 内相似中心
fermat | 费马点
secant | 割线
line | 直线 连线 所在直线 所在的直线 线 对应顶点的连线 对应点的连线
ray | 射线
segment | 线段
side | 边 腰 直角边 侧边 三边 两边 四边 各边
side:other | 其余三边 其他三边 另三边 另外三边 其余两边 其他两边 另两边 另外两边 其余各边
opposite_side | 对边
base | 底边 底
hypotenuse | 斜边
chord | 弦
diagonal | 对角线
diameter | 直径
radius | 半径
altitude | 高 高线
median | 中线
bisector | 平分线 角平分线 内角平分线 分角线
bisector:external | 外角平分线 外角的平分线
perpendicular_bisector | 垂直平分线 中垂线
perpendicular | 垂线
parallel | 平行线
tangent | 切线
common_tangent | 公切线
common_tangent:external | 外公切线
common_tangent:internal | 内公切线
symmedian | 类似中线 陪位中线
euler_line | 欧拉线
simson_line | 西姆松线 西摩松线
newton_line | 牛顿线
radical_axis | 根轴
polar | 极线
midline | 中位线
line_of_centers | 连心线
common_chord | 公共弦
circle | 圆 圆周
circle:equal | 等圆
circumcircle | 外接圆
incircle | 内切圆
excircle | 旁切圆
ninepoint_circle | 九点圆 欧拉圆
mixtilinear | 伪内切圆
semicircle | 半圆
triangle | 三角形
triangle:equilateral | 等边三角形 正三角形
triangle:isosceles | 等腰三角形
triangle:right | 直角三角形
triangle:right,isosceles | 等腰直角三角形 直角等腰三角形
triangle:acute | 锐角三角形
triangle:obtuse | 钝角三角形
triangle:scalene | 不等边三角形
quadrilateral | 四边形
quadrilateral:convex | 凸四边形
quadrilateral:cyclic | 圆内接四边形
quadrilateral:tangential | 圆外切四边形
hexagon:tangential | 圆外切六边形
hexagon:cyclic | 圆内接六边形
pentagon:cyclic | 圆内接五边形
trapezoid | 梯形
trapezoid:isosceles | 等腰梯形
parallelogram | 平行四边形
rhombus | 菱形
rectangle | 矩形 长方形
square | 正方形
kite | 筝形
pentagon | 五边形
pentagon:regular | 正五边形
pentagon:convex | 凸五边形
hexagon | 六边形
hexagon:regular | 正六边形
hexagon:convex | 凸六边形
medial_triangle | 中点三角形
orthic_triangle | 垂足三角形 垂三角形
intouch_triangle | 切点三角形
excentral_triangle | 旁心三角形
arc | 弧
arc:minor | 劣弧
arc:major | 优弧
angle | 角 夹角 内角
angle:external | 外角
length | 长 长度
distance | 距离
measure | 度数 大小 值
ratio | 比 比值
sum | 和 之和
product | 积 乘积 之积
area | 面积
perimeter | 周长
semiperimeter | 半周长
side_length | 边长
circumradius | 外接圆半径 外接圆的半径
inradius | 内切圆半径 内切圆的半径
circle:major | 大圆
circle:minor | 小圆
extension | 延长线
"""

#: Before a noun or the name of a polygon: what it is like.
ADJECTIVES = {
    "锐角": "acute", "钝角": "obtuse", "直角": "right", "等腰": "isosceles", "等边": "equilateral", "正": "regular",
    "凸": "convex", "不等边": "scalene", "圆内接": "cyclic", "内接": "cyclic", "外切": "tangential", "凹": "nonconvex",
    "外": "external", "内": "internal", "内角": "internal",
    "最大": "greatest", "最长": "greatest", "最小": "least", "最短": "least",
}  # fmt: skip

#: Number words, and what is counted with them.
NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "双": 2}
_MEASURES = "个条组对"

#: Words that only count, or leave free which one is meant.
COUNTS = {
    **NUMERALS,
    **{numeral + measure: count for numeral, count in NUMERALS.items() for measure in _MEASURES},
    "一点": 1, "某": 1, "某一": 1, "任意": 1, "任一": 1, "任意一": 1, "同一": 1, "同一个": 1, "同一条": 1, "一动": 1, "动": 1, "定": 1, "一定": 1, "另一": 1, "另一个": 1, "另一条": 1,
    "另": 1, "另外": 1, "不同": 1, "互异": 1, "互不相同": 1, "各": 0, "条": 1, "个": 1, "第二个": 1, "唯一": 1,
}  # fmt: skip

#: `两点`, `三点`: a number of points, said of names.
POINTS = frozenset(numeral + "点" for numeral in NUMERALS if numeral != "一")

#: Words that point to what was spoken of.
POINTING = {
    **dict.fromkeys(["该", "此", "这", "这个", "这条", "这两", "这些", "上述", "所作的", "所作"], "this"),
    **dict.fromkeys(["其", "它", "它的", "它们的"], "its"),
}  # fmt: skip

#: Lead-ins and words that say nothing of the figure.
LEADS = frozenset([
    "如图", "如图所示", "已知", "设", "令", "记", "若", "如果", "假设", "又", "又设", "且", "并且", "并", "再", "则", "那么", "使", "使得",
    "满足", "有", "于是", "试", "请", "现", "而", "同时", "今", "此时", "这时", "给定", "考虑", "又知", "再设", "当", "时", 
    "中", "首先", "然后", "接着", "所以", "由此", "分别", "即", "存在", "假定", "规定", "且有", "满足条件", "任意给定", "如下图", "如右图",
    "条件", "此外", "另外", "显然",
])  # fmt: skip

#: Words that begin what is to be shown.
PROVE = frozenset(
    [
        "求证",
        "证明",
        "试证",
        "试证明",
        "求证明",
        "证",
        "请证明",
        "说明",
        "试说明",
        "则有",
        "证明下列结论",
        "求证下列结论",
    ]
)
FIND = frozenset(["求", "试求", "求出", "计算", "问", "确定"])

#: What joins the members of a list.
AND = frozenset(["和", "与", "及", "以及", "跟", "同", "、"])

#: Adverbs that add nothing to a verb of a list.
ADVERBS = frozenset(
    [
        "分别",
        "依次",
        "均",
        "都",
        "也",
        "互相",
        "相互",
        "恰",
        "恰好",
        "再",
        "再次",
        "第二次",
        "又",
        "必",
        "总",
        "一定",
        "还",
        "各",
        "依此",
        "相应",
        "相应地",
        "两两",
        "同时",
        "正好",
    ]
)

#: To be.
BE = frozenset(
    [
        "是",
        "为",
        "即为",
        "就是",
        "也是",
        "分别是",
        "分别为",
        "记为",
        "叫做",
        "设为",
        "记作",
        "均为",
        "都是",
        "恰为",
        "恰是",
        "成为",
        "构成",
    ]
)

#: verb | words that take what follows as the object
VERBS = {
    "交": "meet", "相交": "meet", "相交于": "meet", "交于": "meet", "切": "touch", "相切": "touch", "切于": "touch", "相切于": "touch",
    "外切": "touch_outside", "外切于": "touch_outside", "内切": "touch_inside", "内切于": "touch_inside", "相外切": "touch_outside", "相内切": "touch_inside",
    "平分": "bisect", "垂直平分": "bisect_perpendicular", "垂直": "perpendicular", "垂直于": "perpendicular", "平行": "parallel", "平行于": "parallel",
    "经过": "pass", "过": "pass", "通过": "pass", "内接于": "inscribe", "外接于": "circumscribe",
    "相似": "similar", "相似于": "similar", "顺相似": "similar_directly", "逆相似": "similar_oppositely", "同向相似": "similar_directly", "反向相似": "similar_oppositely", "全等": "congruent", "全等于": "congruent", "相等": "equal", "等于": "equal", "重合": "coincide",
    "共线": "collinear", "共圆": "concyclic", "共点": "concurrent", "交于一点": "concurrent", "相交于一点": "concurrent", "交于同一点": "concurrent",
    "相交于同一点": "concurrent", "对称": "symmetric", "同心": "concentric", "共轴": "coaxal",
    **{numeral + "点" + said: verb for numeral in NUMERALS for said, verb in (("共线", "collinear"), ("共圆", "concyclic"))},
    **{
        numeral + what + said: "concurrent"
        for numeral in NUMERALS
        for what in ("线", "圆", "直线", "条直线", "个圆")
        for said in ("共点", "交于一点", "相交于一点", "交于同一点")
    },
}  # fmt: skip

#: Functions of angles, and how formulas write them.
FUNCTIONS = {"正弦": "sin", "余弦": "cos", "正切": "tan", "余切": "cot"}

#: Other words that the grammar knows.
STRUCTURE = frozenset([
    "相同", "公共", "共同",
    "的", "在", "上", "内", "外", "中", "之间", "间", "于", "以", "作", "引", "做", "画", "过", "经过", "从", "由", "向", "到", "至", "关于", "取", "任取", "延长", "反向延长",
    "连接", "连结", "联结", "连", "并延长", "边长", "向外", "向内", "向形外", "向形内", "点", "处", "所对", "所对应", "相对", "对应", "不含", "不含点", "包含", "含", "含有", "含点", "异于", "不同于", "不与",
    "同侧", "异侧", "两侧", "同一侧", "两旁", "同旁", "多少", "多少度", "几度", "度",
    "倍", "一半", "其中", "同理", "类似地", "类似", "同样", "定义", "得到", "可得", "为圆心", "为半径", "为直径", "为切点", "为垂足", "内部", "外部", "内侧", "能得到什么", "有什么结论", "能得出什么结论",
    "位于", "落在", "选取", "选",  "外侧", "形外", "关于", "对", "角", "度数", "之比", "没有", "不", "所在", "因为", "按", "顺序", "次序", "排列", "顺次", "逆时针", "顺时针", "方向", "所引", "引出", "所作", "出发", "自", "离", "距离",
    "比", "更近", "较近", "靠近", "近", "较远", "更远", "三等分", "三等分点", "分之", "不包含", "不包含点", "不含有", "半径不相等", "半径不同", "大小不同", "两端点", "大小不等", "半径不等", "不等", "两角", "三角", "任作", "可", "以", "此", "除", "除了", "以外", "之外", "不包括", "所夹", "形内", "大于", "小于", "不等于", "不大于", "不小于", "不超过", "至多为", "至少为", "大于等于", "小于等于", "最大值", "最小值", "外离", "相离", "或", "半径相等", "等半径", "远", "靠", "距", "两两不相等", "都不相等", "另取", "再取", "围成", "构成", "所成", "组成", "不重合", "不同于", "互不相等", "两两不等", "互不重合", "两两不重合", "互不相同", "底边", "斜边",
    "将", "把", "沿", "绕", "折叠", "翻折", "对折", "折痕", "之比", "内角", "旋转", "落", "落到", "对应点", "后",
    "当且仅当", "充要条件", "充分必要条件", "最大", "最小", "最长", "最短", "它们", "两者", "半径", "锐角", "钝角", "直角", "边界", "包括", "端点", "不在边界上", "等边",
])  # fmt: skip

#: Traditional forms, and other ways to write one character.
SIMPLIFIED = str.maketrans({
    "點": "点", "線": "线", "圓": "圆", "邊": "边", "過": "过", "與": "与", "於": "于", "為": "为", "爲": "为", "證": "证", "設": "设", "連": "连",
    "結": "结", "長": "长", "內": "内", "對": "对", "稱": "称", "關": "关", "別": "别", "則": "则", "垂": "垂", "這": "这", "個": "个", "條": "条",
    "兩": "两", "異": "异", "側": "侧", "軸": "轴", "極": "极", "歐": "欧", "給": "给", "從": "从", "銳": "锐", "鈍": "钝", "並": "并",
    "滿": "满", "圖": "图", "記": "记", "經": "经", "應": "应", "弧": "弧", "義": "义", "數": "数", "當": "当", "乗": "乘", "積": "积", "徑": "径",
    "切": "切", "類": "类", "樣": "样", "間": "间", "倍": "倍", "少": "少", "確": "确", "計": "计", "幾": "几", "問": "问", "試": "试", "請": "请",
    "說": "说", "等": "等", "値": "值", "菱": "菱", "筝": "筝", "箏": "筝", "矩": "矩", "爾": "尔", "費": "费", "馬": "马", "共": "共", "據": "据",
})  # fmt: skip


#: What is cut out of paper, to be folded: 矩形纸片ABCD.
_OF_PAPER = frozenset(["triangle", "quadrilateral", "parallelogram", "rhombus", "rectangle", "square", "trapezoid"])


def _nouns() -> dict[str, tuple[str, tuple[str, ...]]]:
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in filter(None, map(str.strip, _NOUNS.splitlines())):
        meaning, words = (part.strip() for part in row.split("|"))
        head, _, adjectives = meaning.partition(":")
        for word in words.split():
            found[word] = (head, tuple(a for a in adjectives.split(",") if a))
            if word.endswith("形") and head in _OF_PAPER:
                found[word + "纸片"] = found[word]
    return found


#: Word to head and adjectives.
NOUNS = _nouns()

#: All words; the longest that fits is taken.
WORDS = frozenset(
    [
        *NOUNS,
        *ADJECTIVES,
        *COUNTS,
        *POINTS,
        *POINTING,
        *LEADS,
        *PROVE,
        *FIND,
        *FUNCTIONS,
        *FUNCTIONS.values(),
        *AND,
        *ADVERBS,
        *BE,
        *VERBS,
        *STRUCTURE,
    ]
)
LONGEST_WORD = max(map(len, WORDS))

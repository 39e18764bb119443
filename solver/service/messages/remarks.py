"""What is rarely said: what a statement leaves to its figure, and what is seldom refused, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

#: What was taken for granted, or is left to the figure.
NOTES: Mapping[str, str] = {
    "a perpendicular from a vertex is taken to be to the opposite side": "从顶点所作的垂线视为对边的垂线",
    "on which side of the segment {} is is left to the figure": "{} 在线段的哪一侧由图形决定",
    "that there are such points can't be proved": "存在这样的点，这一点无法证明",
    "that these have no common points is left to the figure": "二者没有公共点，由图形决定",
    "that these lines differ is left to the figure": "这些直线互不相同，由图形决定",
    "that {} isn't there is left to the figure": "{} 不在那里，由图形决定",
    "the circle is taken to be the circumcircle of {}": "圆视为 {} 的外接圆",
    "“the circle” is taken to be {}, which was spoken of last": "“圆”视为最后提到的 {}",
    "“the circle” is taken to be the one spoken of last": "“圆”视为最后提到的圆",
    "“the circle” is taken to be the one with center {}": "“圆”视为以 {} 为圆心的圆",
    "{}, of which nothing else is said, is taken to be a circle": "{} 没有其他条件，视为圆",
    "the point of tangency is {}": "切点是 {}",
    "which way it is turned is left to the figure": "旋转的方向由图形决定",
    "{} and {} are taken to be the midpoints of {} and {}": "{} 和 {} 视为 {} 和 {} 的中点",
    "{}, of which nothing else is said, is taken to be on {}": "{} 没有其他条件，视为在 {} 上",
    "{}, of which nothing else is said, is taken to be on {}{}": "{} 没有其他条件，视为在 {}{} 上",
    "these lines meet at {}, and {} is said to be another point": "这些直线交于 {}，而 {} 被说成是另一点",
}

#: What is refused, and what to write instead.
REFUSALS: Mapping[str, str] = {
    "this isn't a statement of geometry: it speaks of no points, lines or figures": "这不是一道几何题：没有提到点、线或图形",
    "say what is given and what to prove, as in: triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B": (
        "请写出已知条件和求证，例如：在三角形ABC中，AB=AC。求证：∠ABC=∠ACB。"
    ),
    "a center of similitude is of two circles": "位似中心是两个圆的",
    "give as many numbers as things": "请给出同样多的数",
    "here are {} arcs of {} circles": "这里有 {1} 个圆的 {0} 条弧",
    "here are {} names for one point": "这里一个点有 {} 个名称",
    "here are {} things and {} numbers": "这里有 {} 个对象和 {} 个数",
    "it isn't clear which sides are the other ones": "不清楚“其余的边”指哪些边",
    "it isn't said of what this is the mean": "没有说明这是哪些量的平均值",
    "it isn't said of which sides these are the midpoints": "没有说明这些是哪些边的中点",
    "name each point by what it is": "请说明每个点是什么点",
    "name the angles: ∠ABC": "请写出角：∠ABC",
    "name the point": "请写出点的名称",
    "name them by their ends: AB, BC": "请用端点表示：AB、BC",
    "name what is asked for: find ∠ABC, find AB": "请写出要求什么：求∠ABC，求AB",
    "name what meets there": "请说明什么交于此点",
    "only a point or a line can divide a segment": "只有点或直线能分线段",
    "only two angles of one triangle can be said to differ": "只能说同一个三角形的两个角不相等",
    "point {} has no coordinates": "点 {} 没有坐标",
    "say it of the lengths: AB^2 + CD^2 = EF^2": "请用长度表示：AB^2 + CD^2 = EF^2",
    "say of each arc of which circle it is": "请说明每条弧属于哪个圆",
    "say the external or the internal one": "请说明是外位似中心还是内位似中心",
    "say what each point is": "请说明每个点是什么点",
    "say where the point is: the second intersection of …": "请说明点在哪里：……的另一个交点",
    "say which lengths or points differ": "请说明哪些长度或点不同",
    "say which sides or angles it is about": "请说明指的是哪些边或角",
    "the statement has no reading {}": "题目没有第 {} 种读法",
    "this can't be computed": "这无法计算",
    "two circles are needed, and something else": "需要两个圆和另一个对象",
    "two circles have two centers of similitude": "两个圆有两个位似中心",
    "two circles have two such common tangents, and here are two others": "两个圆只有两条这样的公切线，而这里还有另外两条",
    "what a triangle with these sides is can't be stated": "无法表述以这些边为三边的三角形的性质",
    "{} has no {} {}": "{} 没有 {} {}",
    "no length is given its value, and figures have no scale": "没有给出任何长度的数值，而图形没有固定大小",
    "give one: AB = 13; or ask for a ratio: find AB/CD": "请给出一个长度：AB = 13；或求一个比：求AB/CD",
    "no length has a value": "没有长度给出数值",
    "say of what each of them is the {}": "请说明它们各是什么的 {}",
    "ask it in two statements": "请分成两道题来问",
    "here {} for {} points": "这里 {} 对应 {} 个点",
    "it isn't clear what “{}” stands for": "不清楚“{}”指什么",
    "name it: ∠ABC, AB": "请写出名称：∠ABC、AB",
    "the same is asked twice, to be answered in different ways": "同一个量问了两次，而回答的方式不同",
    "{} has {} angles": "{} 有 {} 个角",
    "{}, in “{}”": "{}，见“{}”",
    "“{}” can't be said of {}": "不能说 {1} “{0}”",
}

#: What other languages of statements, and GeoGebra, can't say.
CONVERSIONS: Mapping[str, str] = {
    "a GeoGebra file has one goal, this statement several": "GeoGebra 文件只有一个结论，而这道题有几个",
    "areas, values and the like can't be written for GeoGebra": "面积、数值等不能写成 GeoGebra 文件",
    "porism convert --to plain writes them": "porism convert --to plain 可以写出",
    "the coordinate language can say it": "坐标语言可以表述",
    "“{}” can't be said in the constructive language: no construction there says so": "作图语言不能表述“{}”：没有这样的作图",
}

#: What was being done when the time ran out, what came of several goals, and the server's addresses.
RUNS: Mapping[str, str] = {
    "the time limit ran out while {}": "时间用尽，当时{}",
    "figures of what is given were looked at": "正在看满足条件的图形",
    "the branches of a figure were being computed": "正在计算图形的各个分支",
    "the goal was being tested in coordinates": "正在用坐标检验结论",
    "auxiliary points were listed": "正在列出辅助点",
    "auxiliary points were looked at": "正在考察辅助点",
    "auxiliary points were ranked": "正在给辅助点排序",
    "the proof was being written": "正在写证明",
    "the proof was being simplified": "正在化简证明",
    "steps were being counted": "正在计算步数",
    "{} of {} goals proved; {}": "{1} 个结论中证明了 {0} 个；{2}",
    "the answer depends on the figure: it is {}": "答案与图形有关：{}",
    "{}, seen in two figures; {}": "{}，由两个图形看出；{}",
    "use 127.0.0.1": "请用 127.0.0.1",
    "/openapi.json lists what there is": "/openapi.json 列出了可用的地址",
    "/openapi.json says what each call takes": "/openapi.json 说明了各请求的参数",
}

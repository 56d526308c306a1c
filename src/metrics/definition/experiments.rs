//! Comparing two ways of doing something.

use super::metric::{MetricDefinition, NONE};
use crate::language::Text;

const END: Text = Text::new(
    "计划的最后一天之前不下结论，除非事先定好中途看几次、用哪种界限",
    "no verdict before the planned end, unless the looks and their bounds were named beforehand",
);
const WHOLE: Text = Text::new("从试验的第一天到最后一天", "from the first day of the experiment to the last");

pub(super) static DEFINITIONS: &[MetricDefinition] = &[
    MetricDefinition {
        id: "ab-shares",
        name: Text::new("A/B 比例对比", "A/B test of shares"),
        also: &["A/B", "ab test", "A/B 测试"],
        numerator: Text::new("B 的比例 − A 的比例", "B's share less A's"),
        denominator: NONE,
        window: WHOLE,
        interval: Text::new(
            "纽科姆区间；期望数不到 5 或总数不到 200 用费希尔精确检验，否则合并 z 检验；并说明能看出的最小差别",
            "Newcombe's interval; Fisher's exact test if an expected count is under 5 or the total under 200, otherwise the pooled z-test; with the smallest difference that could have been seen",
        ),
        maturity: END,
        suppression: Text::new(
            "两组人数与计划不符（p < 0.001）时先查原因",
            "if the arms are not as large as planned (p < 0.001), find out why first",
        ),
        trap: Text::new("分不出差别不等于没有差别", "finding no difference does not mean that there is none"),
        source: "Newcombe 1998, Statistics in Medicine 17, 873–890",
    },
    MetricDefinition {
        id: "ab-means",
        name: Text::new("A/B 均值对比", "A/B test of means"),
        also: &["welch"],
        numerator: Text::new(
            "B 的平均 − A 的平均；按成员，分组投放时按组",
            "B's mean less A's; by member, or by group where groups were assigned",
        ),
        denominator: NONE,
        window: WHOLE,
        interval: Text::new(
            "韦尔奇 t 检验；一边不到 15 个，或数据偏得厉害，用置换检验",
            "Welch's t-test; with fewer than 15 on a side, or skewed counts, a permutation test",
        ),
        maturity: END,
        suppression: Text::new(
            "两组人数与计划不符（p < 0.001）时先查原因",
            "if the arms are not as large as planned (p < 0.001), find out why first",
        ),
        trap: Text::new(
            "一个极端值就能左右平均数：列出离群的数",
            "a single extreme value can decide a mean: outliers are named",
        ),
        source: "Student 1908; Welch 1947",
    },
    MetricDefinition {
        id: "peeking",
        name: Text::new("中途偷看", "peeking"),
        also: &["sequential test", "中途查看"],
        numerator: Text::new(
            "没有差别时，至少有一次看上去“显著”的机会",
            "how likely at least one look seems significant although nothing differs",
        ),
        denominator: NONE,
        window: WHOLE,
        interval: Text::new(
            "事先选定波科克或奥布莱恩–弗莱明界限",
            "Pocock's or O'Brien and Fleming's bounds, chosen beforehand",
        ),
        maturity: END,
        suppression: NONE,
        trap: Text::new("按 5% 看 5 次，实际是 14%", "looking five times at 5% is really 14%"),
        source: "Armitage, McPherson and Rowe 1969",
    },
    MetricDefinition {
        id: "weeks-in-turn",
        name: Text::new("轮周对比", "weeks in turn"),
        also: &["before and after", "前后对比"],
        numerator: Text::new(
            "同一个群这周 A 下周 B，按星期几配对的差",
            "one group, A this week and B the next: differences paired by weekday",
        ),
        denominator: NONE,
        window: Text::new("轮流的几周", "the weeks that take turns"),
        interval: Text::new("配对 t 检验，只作参考", "paired t-test, for orientation only"),
        maturity: Text::new("两种做法都做满一周之前", "until each way has had a whole week"),
        suppression: NONE,
        trap: Text::new(
            "没有随机分组，不是试验：不能说“因为”",
            "nothing was assigned by chance, so it is no experiment: never say because",
        ),
        source: "before / after",
    },
];

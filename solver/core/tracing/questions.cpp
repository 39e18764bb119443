#include "tracing/questions.hpp"

#include <algorithm>
#include <utility>

namespace porism::tracing {

namespace {

using Wide = __int128;

Wide common_divisor(Wide a, Wide b) {
    while (b != 0) a = std::exchange(b, a % b);
    return a < 0 ? -a : a;
}

void append(std::vector<std::int64_t>& key, Wide x) {
    key.push_back(static_cast<std::int64_t>(x >> 64));
    key.push_back(static_cast<std::int64_t>(x));
}

enum class Tag : std::int64_t { kEquation, kCircle, kOverlap };

}  // namespace

QuestionId Questions::add(Question question) {
    all_.push_back(std::move(question));
    return static_cast<QuestionId>(all_.size() - 1);
}

std::uint32_t Questions::number_of(const Key& key) {
    const auto [found, is_new] = known_.emplace(key, numbers_);
    numbers_ += is_new;
    return found->second;
}

// Equations say the same if they are the same up to a factor.
std::uint32_t Questions::number_of(Theory theory, const Terms& target) {
    Terms sorted = target;
    std::ranges::sort(sorted, {}, &Coefficient::place);
    Key key{static_cast<std::int64_t>(Tag::kEquation), static_cast<std::int64_t>(theory)};
    for (const Coefficient& c : sorted) {
        Wide numerator = Wide{c.numerator} * sorted[0].denominator,
             denominator = Wide{c.denominator} * sorted[0].numerator;
        const Wide divisor = common_divisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
        key.push_back(c.place);
        append(key, numerator / divisor), append(key, denominator / divisor);
    }
    return number_of(key);
}

QuestionId Questions::add_equation(Theory theory, Terms target, bool is_line) {
    const std::uint32_t number = number_of(theory, target);
    return add({.kind = Question::kEquation,
                .number = number,
                .is_line = is_line,
                .theory = theory,
                .target = std::move(target)});
}

QuestionId Questions::add_meant(Theory theory, const Terms& target, bool is_line) {
    return add({.kind = Question::kGiven, .number = number_of(theory, target), .is_line = is_line});
}

QuestionId Questions::add_circle(const std::vector<std::uint32_t>& on, std::optional<std::uint32_t> center) {
    CircleClaim circle{PointSet(points(), on), center};
    Key key{static_cast<std::int64_t>(Tag::kCircle), center ? std::int64_t{*center} : -1};
    for (std::uint64_t word : circle.on.words()) key.push_back(static_cast<std::int64_t>(word));
    return add({.kind = Question::kCircle, .number = number_of(key), .is_line = false, .circle = std::move(circle)});
}

QuestionId Questions::add_overlap(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t number = number_of({static_cast<std::int64_t>(Tag::kOverlap), x, y});
    return add(
        {.kind = Question::kOverlap, .number = number, .is_line = false, .pair = {std::min(x, y), std::max(x, y)}});
}

QuestionId Questions::add_other(bool is_line) {
    return add({.kind = Question::kGiven, .number = numbers_++, .is_line = is_line});
}

std::uint32_t Questions::add_row(Terms row) {
    rows_.push_back(std::move(row));
    return static_cast<std::uint32_t>(rows_.size() - 1);
}

}  // namespace porism::tracing

// The least combination is a linear program: minimize Σ cost · |factor| where Σ factor · row = target. A minimum weighted L1
// norm is sparse (Chen, Donoho and Saunders, "Atomic decomposition by basis pursuit", 1998).
//
// A proof asks for hundreds of combinations of the rows of a theory that were concluded before some time. So the rows
// are eliminated once, in their order: the rows of the basis that are among the first n span the first n rows. The other rows
// as combinations of the basis make the simplex tableau from which every question starts, and since factors may have
// either sign, every basis is feasible: there is no first phase, and it takes a few exchanges. The entering row goes past
// places where a factor of the basis changes its sign as long as the cost falls (Barrodale and Roberts, "An improved algorithm
// for discrete l1 linear approximation", 1973).
//
// All of that is in floating point. The factors are taken as the simple fractions next to them and tested modulo a
// prime; where they fail, the caller solves for the rows exactly.
#include "combinations.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "field.hpp"

namespace porism {

namespace {

constexpr double kZero = 1e-9;            // of factors and of what is left of rows, whose coefficients are about 1
constexpr double kBarred = 1e6;           // the cost of a row that is to take no part
constexpr double kGain = 1e-7;            // a step that gains less per unit isn't worth taking
constexpr std::int64_t kLargestDenominator = 1000;

double value(const Coefficient& c) { return static_cast<double>(c.numerator) / static_cast<double>(c.denominator); }

// The simplest fraction next to a number (continued fractions), with no great denominator.
Coefficient near(std::uint32_t place, double x) {
    std::int64_t p0 = 0, q0 = 1, p1 = 1, q1 = 0;
    double rest = x;
    while (std::abs(rest) < 1e15) {
        const double whole = std::floor(rest + kZero);
        const auto a = static_cast<std::int64_t>(whole);
        const double p = static_cast<double>(a) * static_cast<double>(p1) + static_cast<double>(p0);
        if (std::abs(p) > 1e15 || a * q1 + q0 > kLargestDenominator) break;
        p0 = std::exchange(p1, a * p1 + p0), q0 = std::exchange(q1, a * q1 + q0);
        if (rest - whole < kZero * 100) break;
        rest = 1 / (rest - whole);
    }
    return {place, p1, std::max<std::int64_t>(q1, 1)};
}

// Rows of the basis with their factors, and the other rows as combinations of them, column by column.
class Tableau {
public:
    Tableau(std::vector<std::uint32_t> basis, std::vector<std::uint32_t> others, std::vector<double> factors, std::span<const double> costs)
        : basis_(std::move(basis)), others_(std::move(others)), factors_(std::move(factors)), costs_(costs) {
        columns_.assign(others_.size() * height(), 0.0);
        take_signs();
    }

    std::size_t height() const { return basis_.size(); }
    double* column(std::size_t j) { return columns_.data() + j * height(); }
    const std::vector<std::uint32_t>& basis() const { return basis_; }
    const std::vector<double>& factors() const { return factors_; }

    // Exchanges rows until no exchange lowers the cost. Stops anyway after very many of them: any basis is an answer.
    void minimize() {
        const std::size_t most = 20 * (basis_.size() + others_.size()) + 200;
        for (std::size_t i = 0, idle = 0; i < most; ++i) {
            const auto entering = best(idle > 2 * height());
            if (!entering) return;
            idle = exchange(entering->first, entering->second) ? 0 : idle + 1;
            if (idle == 0) take_signs();
            if (idle == height()) std::ranges::replace(signs_, 0.0, 1.0);  // the textbook's method, which comes to an end
        }
    }

private:
    double cost(std::uint32_t row) const { return std::isinf(costs_[row]) ? kBarred : costs_[row]; }

    // A factor of 0 has no sign and no price until an exchange gives it one.
    void take_signs() {
        signs_.resize(height());
        for (std::size_t i = 0; i < height(); ++i) signs_[i] = static_cast<double>((factors_[i] > 0) - (factors_[i] < 0));
    }

    // The column whose entry gains most, and the sign of its factor. first: the first that gains, lest exchanges go in circles.
    std::optional<std::pair<std::size_t, double>> best(bool first) const {
        std::vector<std::pair<std::size_t, double>> prices;
        for (std::size_t i = 0; i < height(); ++i) {
            if (signs_[i] != 0) prices.emplace_back(i, signs_[i] * cost(basis_[i]));
        }
        std::optional<std::pair<std::size_t, double>> found;
        double most = kGain;
        for (std::size_t j = 0; j < others_.size(); ++j) {
            if (std::isinf(costs_[others_[j]])) continue;
            const double* c = columns_.data() + j * height();
            double spared = 0;
            for (const auto& [i, price] : prices) spared += price * c[i];
            const double gain = std::abs(spared) - costs_[others_[j]];
            if (gain > most) {
                most = gain, found = {j, spared < 0 ? -1.0 : 1.0};
                if (first) break;
            }
        }
        return found;
    }

    // Lets a column in as far as the cost falls, for the row whose factor becomes 0 there. Whether anything moved.
    bool exchange(std::size_t j, double sign) {
        const double* c = column(j);
        struct Stop {
            double at, rise;
            std::size_t i;
        };
        std::vector<Stop> stops;
        double slope = costs_[others_[j]];
        for (std::size_t i = 0; i < height(); ++i) {
            const double fall = sign * c[i];  // of the factor, per unit
            if (fall == 0) continue;
            slope -= signs_[i] * cost(basis_[i]) * fall;
            if (fall * signs_[i] < 0) continue;
            stops.push_back({std::max(0.0, factors_[i] / fall), (signs_[i] == 0 ? 1 : 2) * cost(basis_[i]) * std::abs(fall), i});
        }
        if (stops.empty()) return false;
        std::ranges::sort(stops, {}, [](const Stop& s) { return std::pair{s.at, s.i}; });
        const Stop* last = &stops.back();
        for (const Stop& stop : stops) {
            slope += stop.rise;
            if (slope >= -kGain) {
                last = &stop;
                break;
            }
            signs_[stop.i] = sign * c[stop.i] > 0 ? -1.0 : 1.0;
        }
        pivot(j, last->i, sign * last->at, sign);
        return last->at > kZero;
    }

    void pivot(std::size_t j, std::size_t leaving, double factor, double sign) {
        double* entering = column(j);
        const double at = entering[leaving];
        std::vector<std::size_t> where;
        for (std::size_t i = 0; i < height(); ++i) {
            if (entering[i] != 0) where.push_back(i);
        }
        for (std::size_t i : where) {
            factors_[i] -= factor * entering[i];
            if (std::abs(factors_[i]) < kZero) factors_[i] = 0;
        }
        factors_[leaving] = factor, signs_[leaving] = sign;
        for (std::size_t m = 0; m < others_.size(); ++m) {
            double* c = column(m);
            if (m == j || c[leaving] == 0) continue;
            const double share = c[leaving] / at;
            for (std::size_t i : where) {
                c[i] -= share * entering[i];
                if (std::abs(c[i]) < kZero) c[i] = 0;
            }
            c[leaving] = share;
        }
        for (std::size_t i : where) entering[i] /= -at;
        entering[leaving] = 1 / at;
        std::swap(basis_[leaving], others_[j]);
    }

    std::vector<std::uint32_t> basis_, others_;
    std::vector<double> factors_, signs_, columns_;
    std::span<const double> costs_;
};

}  // namespace

Combinations::Combinations(std::vector<std::vector<Coefficient>> rows, std::size_t columns) : rows_(std::move(rows)), columns_(columns) {
    std::vector<double> rest(columns), made_of;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        std::fill(rest.begin(), rest.end(), 0.0);
        made_of.assign(basis_.size(), 0.0);
        for (const Coefficient& c : rows_[row]) rest[c.place] += value(c);
        const bool is_spare = reduced(rest, made_of, basis_.size());
        Sparse from;
        for (std::uint32_t k = 0; k < made_of.size(); ++k) {
            if (std::abs(made_of[k]) > kZero) from.emplace_back(k, made_of[k]);
        }
        if (is_spare) {
            spare_.push_back(row);
            spare_made_of_.push_back(std::move(from));
            continue;
        }
        const auto largest = std::max_element(rest.begin(), rest.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
        const double scale = 1 / *largest;
        pivots_.push_back(static_cast<std::uint32_t>(largest - rest.begin()));
        Sparse left;
        for (std::uint32_t c = 0; c < columns; ++c) {
            if (std::abs(rest[c]) > kZero) left.emplace_back(c, rest[c] * scale);
        }
        for (auto& [k, factor] : from) factor *= -scale;
        from.emplace_back(static_cast<std::uint32_t>(basis_.size()), scale);
        basis_.push_back(row);
        echelon_.push_back(std::move(left));
        made_of_.push_back(std::move(from));
    }
}

// Takes from a row what the first rows of the basis make of it; whether nothing is left.
bool Combinations::reduced(std::vector<double>& rest, std::vector<double>& made_of, std::size_t known) const {
    for (std::size_t k = 0; k < known; ++k) {
        const double factor = rest[pivots_[k]];
        if (std::abs(factor) < kZero) continue;
        for (const auto& [column, x] : echelon_[k]) rest[column] -= factor * x;
        for (const auto& [from, x] : made_of_[k]) made_of[from] += factor * x;
    }
    return std::all_of(rest.begin(), rest.end(), [](double x) { return std::abs(x) < 1e-7; });
}

std::optional<Combination> Combinations::least(std::span<const double> costs, const std::vector<Coefficient>& target) const {
    const auto before = [&](const std::vector<std::uint32_t>& rows) {
        return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), costs.size()) - rows.begin());
    };
    const std::size_t height = before(basis_), width = before(spare_);
    std::vector<double> rest(columns_), factors(height);
    double scale = 0;
    for (const Coefficient& c : target) scale = std::max(scale, std::abs(value(c)));
    if (scale == 0) return Combination{{}, true};
    for (const Coefficient& c : target) rest[c.place] += value(c) / scale;
    if (!reduced(rest, factors, height)) return std::nullopt;
    Tableau tableau({basis_.begin(), basis_.begin() + static_cast<std::ptrdiff_t>(height)}, {spare_.begin(), spare_.begin() + static_cast<std::ptrdiff_t>(width)}, std::move(factors), costs);
    for (std::size_t j = 0; j < width; ++j) {
        for (const auto& [k, x] : spare_made_of_[j]) tableau.column(j)[k] = x;
    }
    tableau.minimize();
    Sparse found;
    for (std::size_t i = 0; i < height; ++i) {
        if (std::abs(tableau.factors()[i]) < kZero) continue;
        if (std::isinf(costs[tableau.basis()[i]])) return std::nullopt;
        found.emplace_back(tableau.basis()[i], tableau.factors()[i] * scale);
    }
    std::sort(found.begin(), found.end());
    return in_fractions(found, target);
}

Combination Combinations::in_fractions(const Sparse& factors, const std::vector<Coefficient>& target) const {
    using namespace field;
    Combination found{{}, true};
    std::vector<Element> left(columns_);
    const auto add_to = [&](const Coefficient& c, Element factor) {
        left[c.place] = add(left[c.place], multiply(factor, from_rational(c.numerator, c.denominator)));
    };
    for (const Coefficient& c : target) add_to(c, negate(1));
    for (const auto& [row, x] : factors) {
        const Coefficient factor = found.factors.emplace_back(near(row, x));
        for (const Coefficient& c : rows_[row]) add_to(c, from_rational(factor.numerator, factor.denominator));
    }
    found.is_exact = std::all_of(left.begin(), left.end(), [](Element e) { return e == 0; });
    return found;
}

}  // namespace porism

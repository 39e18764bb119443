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
#include "theories/combinations.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "theories/field.hpp"

namespace porism {

namespace {

constexpr double kZero = 1e-9;                 // of factors and of what is left of rows, whose coefficients are about 1
constexpr double kBarred = 1e6;                // the cost of a row that is to take no part
constexpr double kGain = 1e-7;                 // a step that gains less per unit isn't worth taking
constexpr std::size_t kPatience = 20;          // exchanges without a gain
constexpr std::size_t kMostWork = 30'000'000;  // entries of the tableau that are looked at
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
    Tableau(std::vector<std::uint32_t> basis, std::vector<std::uint32_t> others, std::vector<double> factors,
            std::span<const double> costs)
        : basis_(std::move(basis)),
          others_(std::move(others)),
          factors_(std::move(factors)),
          shifted_(factors_),
          costs_(costs) {
        columns_.assign(others_.size() * height(), 0.0);
        signs_.assign(height(), 0.0);
        spared_.assign(others_.size(), 0.0);
    }

    std::size_t height() const { return basis_.size(); }
    double* column(std::size_t j) { return columns_.data() + j * height(); }
    const std::vector<std::uint32_t>& basis() const { return basis_; }
    const std::vector<double>& factors() const { return factors_; }

    // Exchanges rows until no exchange lowers the cost, or a lot of work is done: any basis is an answer.
    void minimize() {
        take_signs();
        for (std::size_t idle = 0; work_ < kMostWork;) {
            const auto entering = best();
            if (!entering) return;
            idle = exchange(entering->first, entering->second) ? 0 : idle + 1;
            if (idle == kPatience) shift(), idle = 0;
            if (idle == 0) take_signs();
        }
    }

private:
    double cost(std::uint32_t row) const { return std::isinf(costs_[row]) ? kBarred : costs_[row]; }

    // A factor of 0 has no sign and no price until an exchange gives it one.
    void take_signs() {
        for (std::size_t i = 0; i < height(); ++i)
            set_sign(i, static_cast<double>((shifted_[i] > 0) - (shifted_[i] < 0)));
    }

    void set_sign(std::size_t i, double sign) {
        if (sign == signs_[i]) return;
        const double change = (sign - signs_[i]) * cost(basis_[i]);
        for (std::size_t m = 0; m < others_.size(); ++m) spared_[m] += change * columns_[m * height() + i];
        signs_[i] = sign;
        work_ += others_.size();
    }

    // Where many factors are 0, exchanges may go in circles. So those in question get small values, as if the target were another
    // one: whether a basis is the best depends on the signs alone.
    void shift() {
        for (std::size_t i = 0; i < height(); ++i) {
            if (shifted_[i] == 0) shifted_[i] = signs_[i] * 1e-5 * (1 + static_cast<double>(i * 389 % 1009) / 1009);
        }
    }

    // The column whose entry gains most, and the sign of its factor.
    std::optional<std::pair<std::size_t, double>> best() const {
        std::optional<std::pair<std::size_t, double>> found;
        double most = kGain;
        for (std::size_t j = 0; j < others_.size(); ++j) {
            const double gain = std::abs(spared_[j]) - costs_[others_[j]];
            if (gain > most) most = gain, found = {j, spared_[j] < 0 ? -1.0 : 1.0};
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
            if (std::abs(fall) < kZero) continue;
            slope -= signs_[i] * cost(basis_[i]) * fall;
            if (fall * signs_[i] < 0) continue;
            stops.push_back(
                {std::max(0.0, shifted_[i] / fall), (signs_[i] == 0 ? 1 : 2) * cost(basis_[i]) * std::abs(fall), i});
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
            set_sign(stop.i, sign * c[stop.i] > 0 ? -1.0 : 1.0);
        }
        const bool moves = last->at > kZero;
        pivot(j, last->i, sign);
        return moves;
    }

    void pivot(std::size_t j, std::size_t leaving, double sign) {
        double* entering = column(j);
        const double at = entering[leaving];
        std::vector<std::size_t> where;
        for (std::size_t i = 0; i < height(); ++i) {
            if (std::abs(entering[i]) < kZero) entering[i] = 0;
            if (entering[i] != 0) where.push_back(i);
        }
        for (std::vector<double>* x : {&factors_, &shifted_}) {
            const double factor = (*x)[leaving] / at;
            for (std::size_t i : where) {
                (*x)[i] -= factor * entering[i];
                if (std::abs((*x)[i]) < kZero) (*x)[i] = 0;
            }
            (*x)[leaving] = factor;
        }
        signs_[leaving] = sign;
        for (std::size_t i : where) entering[i] /= -at;
        entering[leaving] = 1 / at;
        std::swap(basis_[leaving], others_[j]);
        std::vector<std::pair<std::size_t, double>> prices;
        for (std::size_t i = 0; i < height(); ++i) {
            if (signs_[i] != 0) prices.emplace_back(i, signs_[i] * cost(basis_[i]));
        }
        const auto reprice = [&](std::size_t m) {
            spared_[m] = 0;
            for (const auto& [i, price] : prices) spared_[m] += price * column(m)[i];
            work_ += where.size() + prices.size();
        };
        reprice(j);
        for (std::size_t m = 0; m < others_.size(); ++m) {
            double* c = column(m);
            const double share = c[leaving];  // of the row that comes in, were it there already
            if (m == j) continue;
            if (std::abs(share) < kZero) {
                c[leaving] = 0;
                continue;
            }
            if (4 * where.size() < height()) {
                for (std::size_t i : where) c[i] += share * entering[i];
            } else {
                for (std::size_t i = 0; i < height(); ++i) c[i] += share * entering[i];
            }
            c[leaving] = share / at;
            reprice(m);
        }
    }

    std::vector<std::uint32_t> basis_, others_;
    std::vector<double> factors_, shifted_, signs_, columns_;
    std::vector<double> spared_;  // by column: what a unit of its row spares of the rows of the basis
    std::size_t work_ = 0;
    std::span<const double> costs_;
};

}  // namespace

Combinations::Combinations(std::vector<std::vector<Coefficient>> rows, std::size_t columns)
    : rows_(std::move(rows)), columns_(columns) {
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
        const auto largest =
            std::max_element(rest.begin(), rest.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
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

std::optional<Combination> Combinations::least(std::span<const double> costs,
                                               const std::vector<Coefficient>& target) const {
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
    Tableau tableau({basis_.begin(), basis_.begin() + static_cast<std::ptrdiff_t>(height)},
                    {spare_.begin(), spare_.begin() + static_cast<std::ptrdiff_t>(width)}, std::move(factors), costs);
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

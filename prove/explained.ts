/**
 * Why a gate is held because something is unknown, although every value of it would open. By the name of the unit; one that is not
 * here is a fault. Kleene's logic asks each part of a condition by itself, so it cannot see that two parts cover all cases together.
 */
export const explanations: Readonly<Record<string, string>> = {
  'order-in-force': 'whether there is an order at all is not known. A confirmation would then open by 49(1)(c) without one, and an order by 49(1)(a). The gate removal-order holds all of these anyway until an order is recorded.',
}

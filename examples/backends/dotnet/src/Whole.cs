namespace Kl01
{
    /// <summary>Whole numbers divided: C# rounds towards 0, rulebooks do not.</summary>
    internal static class Whole
    {
        /// <summary>The greatest whole number not above the quotient.</summary>
        /// <param name="number">Of either sign.</param>
        /// <param name="by">More than 0.</param>
        public static long Floor(long number, long by) => (number - (number % by + by) % by) / by;

        /// <summary>The least whole number not below the quotient.</summary>
        public static long Ceiling(long number, long by) => -Floor(-number, by);

        /// <summary>The whole number next to the quotient; halves are rounded up.</summary>
        public static long Nearest(long number, long by) => Floor(2 * number + by, 2 * by);
    }
}

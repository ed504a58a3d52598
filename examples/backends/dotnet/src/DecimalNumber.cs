using System;
using System.Collections.Generic;
using System.Numerics;

namespace Kl01
{
    /// <summary>
    /// A decimal number, digit by digit, and the double next to it. .NET Framework's own double.Parse rounds what has more than
    /// fifteen digits otherwise than IEEE 754 says, and other languages; here a number is read alike everywhere.
    /// </summary>
    internal sealed class DecimalNumber
    {
        /// <summary>No more digits can decide how a double is rounded; of the rest only whether they are all 0.</summary>
        private const int DigitsKept = 770;

        /// <summary>Below 10 to this power there is only 0.</summary>
        private const int SmallestExponent = -330;

        /// <summary>So many digits fit into a long.</summary>
        private const int InOne = 18;

        private const long TwoTo53 = 1L << 53;

        /// <summary>Made when first asked for; of numbers between the two limits of ToDouble no larger ones are needed.</summary>
        private static readonly Lazy<BigInteger[]> LargePowersOfTen =
            new Lazy<BigInteger[]>(() => PowersOfTenUpTo(DigitsKept - SmallestExponent + 2));

        private static readonly double[] PowersOfTen =
        {
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
            1e21, 1e22,
        };

        /// <summary>Digits, eighteen to a long; nearly all numbers end within the first.</summary>
        private long first;
        private List<long> more;
        private int count;
        private int exponent;
        private bool hasRest;

        /// <param name="digit">0 to 9</param>
        /// <param name="afterPoint">1 for a digit behind the decimal point, else 0</param>
        public void Append(int digit, int afterPoint)
        {
            if (count == 0 && digit == 0)
            {
                exponent -= afterPoint;
            }
            else if (count < DigitsKept)
            {
                if (count < InOne) first = first * 10 + digit;
                else AppendMore(digit);
                count++;
                exponent -= afterPoint;
            }
            else
            {
                hasRest |= digit != 0;
                exponent += 1 - afterPoint;
            }
        }

        public void MovePoint(int places) => exponent += places;

        /// <summary>Infinity for what is surely beyond every limit; halves are rounded to even.</summary>
        public double ToDouble()
        {
            if (count == 0 || count + exponent < SmallestExponent) return 0;
            if (count + exponent > 20) return double.PositiveInfinity;
            if (count <= InOne && first <= TwoTo53 && Math.Abs(exponent) <= 22)
            {
                // Both are exact, so that one operation rounds once.
                return exponent < 0 ? first / PowersOfTen[-exponent] : first * PowersOfTen[exponent];
            }
            return Rounded();
        }

        private void AppendMore(int digit)
        {
            if (more == null) more = new List<long>();
            if (count % InOne == 0) more.Add(0);
            more[more.Count - 1] = more[more.Count - 1] * 10 + digit;
        }

        private BigInteger Digits()
        {
            BigInteger digits = first;
            for (int index = 0; more != null && index < more.Count; index++)
            {
                bool isLast = index == more.Count - 1;
                digits = digits * LargePowersOfTen.Value[isLast ? (count - 1) % InOne + 1 : InOne] + more[index];
            }
            return hasRest ? digits * 10 + 1 : digits;
        }

        private double Rounded()
        {
            BigInteger digits = Digits();
            int power = hasRest ? exponent - 1 : exponent;
            BigInteger numerator = power > 0 ? digits * LargePowersOfTen.Value[power] : digits;
            BigInteger denominator = power < 0 ? LargePowersOfTen.Value[-power] : BigInteger.One;

            // A quotient of 53 bits, numerator × 2^shift / denominator; fewer where a double has no smaller exponent.
            int shift = Math.Min(1074, 53 - BitLength(numerator) + BitLength(denominator));
            if (Shifted(numerator, shift) >= Shifted(denominator, -shift) << 53) shift--;
            denominator = Shifted(denominator, -shift);
            BigInteger quotient = BigInteger.DivRem(Shifted(numerator, shift), denominator, out BigInteger rest);
            int half = (rest << 1).CompareTo(denominator);
            if (half > 0 || (half == 0 && !quotient.IsEven)) quotient += 1;
            return BitConverter.Int64BitsToDouble(((1074L - shift) << 52) + (long)quotient);
        }

        private static BigInteger[] PowersOfTenUpTo(int power)
        {
            var powers = new BigInteger[power + 1];
            powers[0] = BigInteger.One;
            for (int index = 1; index <= power; index++) powers[index] = powers[index - 1] * 10;
            return powers;
        }

        private static BigInteger Shifted(BigInteger number, int places) => places > 0 ? number << places : number;

        private static int BitLength(BigInteger number)
        {
            byte[] bytes = number.ToByteArray();
            int length = (bytes.Length - 1) * 8;
            for (int last = bytes[bytes.Length - 1]; last > 0; last >>= 1) length++;
            return length;
        }
    }
}

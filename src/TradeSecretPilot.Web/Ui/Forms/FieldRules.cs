using FluentValidation;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>Lets a form's fields be judged by the validator that the use case asks before it acts.</summary>
/// <param name="validator">The use case's own.</param>
/// <param name="input">The input as it is filled in now.</param>
public sealed class FieldRules<TInput>(IValidator<TInput> validator, Func<TInput> input)
{
    /// <summary>What is wrong with one property, in the page's language; nothing when it is right.</summary>
    public IEnumerable<string> Of(string property) =>
        validator
            .Validate(input(), options => options.IncludeProperties(property))
            .Errors.Select(e => InLanguage.Of(e.CustomState as Refusal) ?? e.ErrorMessage)
            .Distinct();
}
